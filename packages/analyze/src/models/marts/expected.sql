-- One row per agency and year whose report should exist.
from stg_expected
