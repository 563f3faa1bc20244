package org.ivrea.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.engine.spec.NodeReference;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.spec.NodeSpec;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.flow.problem.DidYouMean;
import org.ivrea.server.cli.console.CliFailure;
import org.ivrea.server.cli.console.ExitCode;
import org.ivrea.server.cli.console.Style;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `ivrea nodes`.
@Command(name = "nodes", sortOptions = false, description = "List the node types, or explain one.")
final class NodesCommand implements Callable<Integer> {
    @ParentCommand private Ivrea ivrea;

    @Parameters(arity = "0..1", paramLabel = "TYPE", description = "Explain this node type, with its fields.") private @Nullable String type;

    @Option(names = "--markdown", description = "Print the reference of all node types as Markdown.") private boolean markdown;

    @Override
    public Integer call() {
        NodeRegistry registry = NodeRegistry.load();
        if (markdown) {
            out().print(NodeReference.markdown(registry));
            return ExitCode.OK;
        }
        if (type == null) {
            list(registry);
            return ExitCode.OK;
        }
        NodeSpec spec = registry.spec(type);
        if (spec == null) {
            throw new CliFailure("There is no node type \"" + type + "\"" + DidYouMean.hint(type, registry.names())
                    + "; \"ivrea nodes\" lists them");
        }
        explain(spec);
        return ExitCode.OK;
    }

    private void list(NodeRegistry registry) {
        int width = registry.names().stream().mapToInt(String::length).max().orElse(0);
        NodeGroup group = null;
        for (NodeSpec spec : registry.specs()) {
            if (spec.group() != group) {
                group = spec.group();
                out().println(style().strong(group.name().toLowerCase(Locale.ROOT)));
            }
            out().println("  " + padded(spec.name(), width) + "  " + spec.info().help());
        }
    }

    private void explain(NodeSpec spec) {
        out().println(style().strong(spec.name()) + ": " + spec.label());
        out().println(spec.info().help());
        List<FieldSpec> fields = spec.fields();
        int width = fields.stream().mapToInt(field -> field.name().length()).max().orElse(0);
        for (FieldSpec field : fields) {
            out().println();
            out().println("  " + style().accent(padded(field.name(), width)) + "  " + kind(field));
            if (!field.help().isEmpty()) {
                out().println("  " + " ".repeat(width) + "  " + style().faint(field.help()));
            }
        }
    }

    private static String kind(FieldSpec field) {
        String range = field.range();
        String need = field.required()
                ? "; required"
                : field.defaultValue() == null ? "" : "; " + JsonWriter.compact(field.defaultValue()) + " if left out";
        return field.kind().words() + (range.isEmpty() ? "" : ", " + range) + need;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private PrintWriter out() {
        return ivrea.console().out();
    }

    private Style style() {
        return ivrea.style();
    }
}
