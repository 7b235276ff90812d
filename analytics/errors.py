"""The tree of errors that a user can put right: what was found, what to do.

GleanerError
├── UploadError                 a file that cannot become a table
│   ├── EmptyFile               nothing in it
│   ├── UnsupportedFile         not a spreadsheet: a picture, a PDF, a database ...
│   ├── UnreadableFile          a spreadsheet that is damaged or protected
│   ├── FileTooLarge            over a limit of size, rows, columns, memory or time
│   ├── UnrecognisedSheet       fits no sheet type, or lacks a required column
│   │   └── IncompleteSheet     every column is known, and one that must be there is missing
│   └── AmbiguousDates          day and month cannot be told apart
├── WorkspaceError              the workspace on disk cannot be used
│   ├── LoadCancelled           somebody cancelled the load; nothing was changed
│   └── ChoiceError             an edited table of business choices cannot be used
├── StoreError                  a version cannot be opened or asked
├── LetterError                 a letter, a segment or a campaign cannot be made as it was typed
└── QuestionError
    ├── UnknownQuestion         no question of that name
    ├── UnknownParameter        no filter of that name, or a value it cannot take
    ├── MissingTable            a table that the question needs has no rows
    └── NotEnoughCases          too few cases to answer (H9)
"""


class GleanerError(Exception):
    """Something a user can put right.

    what : what was found, quoting the user's own value.
    fix  : what to do about it.
    code : short stable name for tests and scripts; the class name by default.
    """

    def __init__(self, what: str, fix: str, code: str | None = None):
        super().__init__(f"{what} {fix}")
        self.what = what
        self.fix = fix
        self.code = code or type(self).__name__

    def __reduce__(self):
        # Errors cross from the child process to its parent, so they must survive pickling.
        return type(self), (self.what, self.fix, self.code)


class UploadError(GleanerError):
    """A file that cannot become a table."""


class EmptyFile(UploadError):
    """Nothing in it."""


class UnsupportedFile(UploadError):
    """Not a spreadsheet: a picture, a PDF, a database ..."""


class UnreadableFile(UploadError):
    """A spreadsheet that is damaged or protected."""


class FileTooLarge(UploadError):
    """Over a limit of size, rows, columns, memory or time."""


class UnrecognisedSheet(UploadError):
    """Fits no sheet type, or lacks a required column."""


class IncompleteSheet(UnrecognisedSheet):
    """Every column is known, and one that must be there is missing."""

    def __init__(self, what: str, fix: str, code: str | None = None):
        super().__init__(what, fix, code or "UnrecognisedSheet")


class AmbiguousDates(UploadError):
    """Day and month cannot be told apart."""


class WorkspaceError(GleanerError):
    """The workspace on disk cannot be used."""


class LoadCancelled(WorkspaceError):
    """Somebody cancelled the load; nothing was changed."""


class ChoiceError(WorkspaceError):
    """An edited table of business choices cannot be used."""


class StoreError(GleanerError):
    """A version cannot be opened or asked."""


class LetterError(GleanerError):
    """A letter, a segment or a campaign cannot be made as it was typed."""


class QuestionError(GleanerError):
    """A question that cannot be answered as asked."""


class UnknownQuestion(QuestionError):
    """No question of that name."""


class UnknownParameter(QuestionError):
    """No filter of that name, or a value it cannot take."""


class MissingTable(QuestionError):
    """A table that the question needs has no rows."""


class NotEnoughCases(QuestionError):
    """Too few cases to answer (H9)."""
