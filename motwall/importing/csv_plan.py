"""A CSV file: rows that a spreadsheet wrote, as notes on a timeline.

Encoding: UTF-8, with or without its byte order mark; UTF-16 with its mark; else cp1252. Delimiter:
comma, semicolon or tab, whichever makes sense of the header. Quotation marks as usual, "" inside.
At most 20 MB, 20,000 rows, 200 columns. A leading ' is taken off before = + - @ tab CR or another
', since spreadsheets and motwall put it there.

The header is row 1; its names count in any order and case of letters: stage, step, moment, contact
type, description, issue, ranking (or rating), expectation, today, ultimate, idea, action, owner,
due. Only moment is required. Columns of other names are left out, and told. Blank rows are skipped
but counted.

What the rows make, all of it after the last step of the wall:

- Rows with the same stage, one below the other, are one stage; a row without a stage ends it.
- Rows with the same step in the same stage, one below the other, are one step with a stack; a
  moment without a step is a step of its own.
- Equal stage, step, moment and contact type are one moment, wherever in the file they stand. What a
  later row says of it is added: ideas, actions, and texts that differ, each on a line of its own.
  Such a row does not move the place where the next moment goes. Two different ratings are a problem.
- A row without a moment adds its idea and its action to the moment of the row above; its other
  cells are blank or say the same as there. Ideas and actions that the moment has already are not
  doubled.
- Contact types go by code or name; an unknown one is made, up to 16 on the wall (`type_finder`).
- A ranking is miserable, neutral or magical, and rates the moment today. due is YYYY-MM-DD. An
  owner or a date without an action is left out, and told.
- Texts are cleaned as everywhere; one that is cut (4,000 characters, titles and owners 200) is
  told. Everything else that makes no sense is a problem: all problems are told with their rows,
  and nothing is imported.
"""

from datetime import date

from motwall.i18n import translate
from motwall.importing.decoding import decoded
from motwall.importing.moment_drafts import DraftAction, MomentDraft
from motwall.importing.growth import Growth
...
