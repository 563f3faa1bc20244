package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.function.Consumer;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;

/// A project needs a flow that answers calls, and nobody hands over inputs to that.
@AutoService(ProjectRule.class)
public final class MainFlow implements ProjectRule {
    static final String UNSET = "main-unset";
    static final String INPUTS = "main-inputs";

    private static final JsonPointer MAIN = JsonPointer.ROOT.child("main");

    @Override
    public void check(CompiledProject project, Consumer<Problem> problems) {
        String name = project.project().settings().main();
        if (name == null) {
            if (!project.flows().isEmpty()) {
                problems.accept(Problem.warning(UNSET, MAIN, "No flow answers calls; set \"main\" to the name of one"));
            }
            return;
        }
        CompiledFlow main = project.flow(name);
        if (main == null) {
            return; // reading the project reported it
        }
        List<String> missing = main.document().inputs().keySet().stream()
                .filter(input -> !main.initial().containsKey(input)).toList();
        if (!missing.isEmpty()) {
            problems.accept(Problem.error(INPUTS, MAIN,
                    "The flow \"" + name + "\" answers calls, but needs the input \""
                            + String.join("\", \"", missing)
                            + "\", which nobody hands over; give an initial value there"));
        }
    }
}
