package org.ivrea.designer.workspace.search;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchIndexTest {
    private final SearchIndex index = new SearchIndex(NodeRegistry.load());
    private final Project project = project();

    private static Project project() {
        var flows = new TreeMap<String, FlowDocument>();
        flows.put("main", FlowDocument.empty("Front desk")
                .withVariable("balance", VariableDeclaration.of("number").withDescription("in euros"))
                .withNode("ask", NodeDocument.of("menu").withLabel("Main menu").withNote("Agreed with Anna")
                        .withField("prompt", Json.arr(Json.obj("text",
                                Json.obj("en", Json.of("Welcome.\nPress 1 for sales."), "de", Json.of("Willkommen")))))
                        .withField("choices", Json.arr(Json.obj("keys", Json.of("1"), "exit", Json.of("sales"), "when",
                                Json.of("balance > 0.0"))))
                        .withExit("sales", "queue"))
                .withNode("queue", NodeDocument.of("queue").withField("queue", Json.of("sales-agents")))
                .withNode("set", NodeDocument.of("set").withField("assignments", Json.arr(
                        Json.obj("variable", Json.of("balance"), "value", Json.of("balance - 1.0"))))));
        flows.put("night", FlowDocument.empty("Night").withDescription("Nobody sells at night"));
        return Project.of(ProjectDocument.empty("Test"), flows);
    }

    private List<SearchMatch> find(String text) {
        return index.find(project, SearchQuery.of(text), 100).matches();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            main menu        | LABEL      | main  | /nodes/ask/label
            anna             | NOTE       | main  | /nodes/ask/note
            willkommen       | TEXT       | main  | /nodes/ask/prompt/0/text/de
            > 0.0            | EXPRESSION | main  | /nodes/ask/choices/0/when
            euros            | NOTE       | main  | /variables/balance/description
            front            | LABEL      | main  | /name
            sales-agents     | VALUE      | main  | /nodes/queue/queue
            nobody sells     | NOTE       | night | /description
            """)
    void everyKindOfTextIsFound(String text, SearchKind kind, String flow, String pointer) {
        assertThat(find(text)).singleElement().satisfies(match -> {
            assertThat(match.kind()).isEqualTo(kind);
            assertThat(match.flow()).isEqualTo(flow);
            assertThat(match.pointer()).hasToString(pointer);
            assertThat(match.excerpt().substring(match.start(), match.end())).isEqualToIgnoringCase(text);
        });
    }

    @Test
    void aVariableIsFoundWhereverItIsNamed() {
        assertThat(find("balance").stream().map(match -> match.kind() + " " + match.pointer())
                .collect(Collectors.toList())).containsExactly(
                        "VARIABLE /variables/balance",
                        "EXPRESSION /nodes/ask/choices/0/when",
                        "VARIABLE /nodes/set/assignments/0/variable",
                        "EXPRESSION /nodes/set/assignments/0/value");
    }

    @Test
    void idsOfNodesAndNamesOfFlowsAreFound() {
        assertThat(find("night")).extracting(SearchMatch::flow).containsExactly("night", "night");
        assertThat(find("ask")).singleElement().satisfies(match -> assertThat(match.node()).isEqualTo("ask"));
    }

    @Test
    void caseWholeWordsAndKindsCanBeAskedFor() {
        Set<SearchKind> all = SearchQuery.of("").kinds();
        assertThat(index.find(project, new SearchQuery("WELCOME", true, false, all), 9).matches()).isEmpty();
        assertThat(index.find(project, new SearchQuery("sell", false, true, all), 9).matches()).isEmpty();
        assertThat(index.find(project, new SearchQuery("sells", false, true, all), 9).matches()).hasSize(1);
        assertThat(index.find(project, new SearchQuery("balance", false, false, Set.of(SearchKind.EXPRESSION)), 9)
                .matches()).hasSize(2);
    }

    @Test
    void excerptsAreOneShortLine() {
        assertThat(find("press 1")).singleElement()
                .satisfies(match -> assertThat(match.excerpt()).isEqualTo("Welcome. Press 1 for sales."));
        Project longer = project.withFlow("long", FlowDocument.empty("Long").withDescription(
                "x".repeat(500) + "needle" + "y".repeat(500)));
        assertThat(index.find(longer, SearchQuery.of("needle"), 9).matches()).singleElement().satisfies(match -> {
            assertThat(match.excerpt()).hasSizeLessThan(140).startsWith("…").endsWith("…");
            assertThat(match.excerpt().substring(match.start(), match.end())).isEqualTo("needle");
        });
    }

    @Test
    void thereMayBeMoreThanAreWanted() {
        SearchResult some = index.find(project, SearchQuery.of("a"), 3);
        assertThat(some.matches()).hasSize(3);
        assertThat(some.more()).isTrue();
        assertThat(index.find(project, SearchQuery.of("  "), 3)).isEqualTo(new SearchResult(List.of(), false));
    }

    @Test
    void whatChangedIsFoundAtOnce() {
        assertThat(find("brandnew")).isEmpty();
        Project changed = project.withFlow("night", FlowDocument.empty("Night")
                .withNode("x", NodeDocument.of("play").withLabel("Brandnew")));
        assertThat(index.find(changed, SearchQuery.of("brandnew"), 9).matches()).hasSize(1);
    }
}
