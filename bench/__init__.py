"""What performance claims rest on: each measure runs beside the plain engine, in turn, in the same run."""
