"""Presidio's analyzer with a registry of our own: every recogniser of the folder, and the name model.

The analyzer wants a language engine; ours knows no language, loads nothing and calls nobody. Presidio's own
recognisers are left out: some of them fetch a list of internet suffixes at first use.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from types import ModuleType
from typing import Any

from presidio_analyzer import (
    AnalysisExplanation,
    AnalyzerEngine,
    EntityRecognizer,
    RecognizerRegistry,
    RecognizerResult,
)
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

from redactor.findings.finding import TYPES, Finding
from redactor.findings.names import NameModel, our_model
from redactor.findings.recognisers import all_recognisers
from redactor.findings.tidy import tidy


def analyse(text: str) -> list[Finding]:
    """Return what each recogniser finds in `text`, sorted by start; findings may overlap."""
    results = _engine().analyze(text, language="en", entities=list(TYPES), return_decision_process=True)
    findings = [_finding(result) for result in results]
    return sorted(findings, key=lambda finding: (finding.start, -finding.end))


class _NoLanguage(NlpEngine):  # type: ignore[misc]  # Presidio ships no types
    """A language engine that does nothing: our recognisers read the text themselves."""

    def load(self) -> None:
        pass

    def is_loaded(self) -> bool:
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        return NlpArtifacts([], [], [], [], None, language)

    def process_batch(
        self, texts: Iterable[str], language: str, *_: Any, **__: Any
    ) -> Iterator[tuple[str, Any]]:
        return ((text, self.process_text(text, language)) for text in texts)

    def is_stopword(self, word: str, language: str) -> bool:
        return False

    def is_punct(self, word: str, language: str) -> bool:
        return False

    def get_supported_entities(self) -> list[str]:
        return []

    def get_supported_languages(self) -> list[str]:
        return ["en"]


class _AsTheyAre(ContextAwareEnhancer):  # type: ignore[misc]  # Presidio ships no types
    """Leaves scores alone: our recognisers look at the words around by themselves."""

    def __init__(self) -> None:
        super().__init__(0, 0, 0, 0)

    def enhance_using_context(self, text: str, raw_results: list[Any], *_: Any, **__: Any) -> list[Any]:
        return raw_results


class _Adapter(EntityRecognizer):  # type: ignore[misc]  # Presidio ships no types
    """A recogniser of ours as Presidio wants it."""

    def __init__(self, name: str, finder: ModuleType | NameModel) -> None:
        self._finder = finder
        super().__init__(supported_entities=list(TYPES), name=name, supported_language="en")

    def load(self) -> None:
        pass

    def analyze(self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts) -> list[RecognizerResult]:
        named = (replace(finding, recogniser=self.name) for finding in self._finder.find(text))
        return [_result(finding, self.id) for finding in tidy(named, text)]


def _result(finding: Finding, recogniser: str) -> RecognizerResult:
    explanation = AnalysisExplanation(finding.recogniser, finding.score, textual_explanation=finding.because)
    metadata = {
        RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: recogniser,
        RecognizerResult.RECOGNIZER_NAME_KEY: finding.recogniser,
    }
    return RecognizerResult(finding.type, finding.start, finding.end, finding.score, explanation, metadata)


def _finding(result: RecognizerResult) -> Finding:
    explanation = result.analysis_explanation
    return Finding(
        result.start,
        result.end,
        result.entity_type,
        result.score,
        explanation.recognizer,
        explanation.textual_explanation,
    )


@cache
def _engine() -> AnalyzerEngine:
    adapters = [_Adapter(module.__name__.rsplit(".", 1)[-1], module) for module in all_recognisers()]
    adapters.append(_Adapter("names", our_model()))
    registry = RecognizerRegistry(recognizers=adapters, supported_languages=["en"])
    return AnalyzerEngine(
        registry, _NoLanguage(), context_aware_enhancer=_AsTheyAre(), supported_languages=["en"]
    )
