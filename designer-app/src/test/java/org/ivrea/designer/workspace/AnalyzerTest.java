package org.ivrea.designer.workspace;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class AnalyzerTest {
    private final BlockingQueue<Analysis> results = new LinkedBlockingQueue<>();

    private Analysis next() throws InterruptedException {
        return Objects.requireNonNull(results.poll(60, TimeUnit.SECONDS), "no result came");
    }

    private static @Nullable FlowDocument compiled(Analysis analysis, String flow) {
        CompiledFlow found = analysis.compiled().flow(flow);
        return found == null ? null : found.document();
    }

    @Test
    void allFlowsThatChangedBetweenTwoAnalysesAreCompiledAnew() throws InterruptedException {
        FlowDocument help = TestProject.help();
        FlowDocument main = TestProject.main();
        Project first = Project.of(ProjectDocument.empty("Test").withMain("main"), new TreeMap<>())
                .withFlow("help", help).withFlow("main", main).withFlow("old", help);
        FlowDocument newHelp = help.withDescription("Other help");
        FlowDocument newMain = main.withDescription("Another start");
        Project second = first.withoutFlow("old").withFlow("help", newHelp).withFlow("main", newMain);
        try (var analyzer = new Analyzer(first, TestProject.REGISTRY, results::add)) {
            analyzer.request(new Analyzer.Request(first, List.of(), 1));
            assertThat(compiled(next(), "main")).isSameAs(main);
            analyzer.request(new Analyzer.Request(second, List.of(), 2));
            Analysis analysis = next();
            assertThat(compiled(analysis, "help")).isSameAs(newHelp);
            assertThat(compiled(analysis, "main")).isSameAs(newMain);
            assertThat(compiled(analysis, "old")).isNull();
        }
    }
}
