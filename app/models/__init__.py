"""Every table, one noun a file, with the verbs people say. Importing this package makes all of them known."""

from app.models.account import Account
from app.models.answer import Answer
from app.models.conflict import Conflict
from app.models.contradiction import Contradiction
from app.models.element import Element
from app.models.follow_up import FollowUp
from app.models.goal import Goal, Reason
from app.models.info import Info
from app.models.item import Item
from app.models.mark import Mark
from app.models.pick import Pick
from app.models.pitch_point import PitchPoint
from app.models.place import Place
from app.models.question import Question
from app.models.removal import ELEMENTS, ITEMS, Removal
from app.models.requirement import Requirement
from app.models.responsibility import Responsibility
from app.models.revision import Kept, Outdated, Revision
from app.models.round import Interviewer, Round
from app.models.section import Section
from app.models.signal import Signal
from app.models.step import Step
from app.models.strength import Strength
from app.models.task import Task
from app.models.transfer import Transfer
from app.models.workbook import Workbook

__all__ = [
    "ELEMENTS",
    "ITEMS",
    "Account",
    "Answer",
    "Conflict",
    "Contradiction",
    "Element",
    "FollowUp",
    "Goal",
    "Info",
    "Interviewer",
    "Item",
    "Kept",
    "Mark",
    "Outdated",
    "Pick",
    "PitchPoint",
    "Place",
    "Question",
    "Reason",
    "Removal",
    "Requirement",
    "Responsibility",
    "Revision",
    "Round",
    "Section",
    "Signal",
    "Step",
    "Strength",
    "Task",
    "Transfer",
    "Workbook",
]
