"""Small tables made at publish, so that a page asks small tables; a model beside its select where SQL is not enough."""
