package org.ivrea.designer.window;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ivrea.designer.edit.BoxSizes;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.designer.workspace.extract.ExtractionRefused;
import org.ivrea.designer.workspace.extract.SubflowExtraction;
import org.ivrea.engine.compile.CompiledFlow;

/// Makes selected nodes a flow of their own, under a name that the person gives.
final class Extracting {
    private static final Messages TEXTS = Messages.of(Extracting.class);

    private final Workspace workspace;
    private final SessionFrame frame;

    Extracting(Workspace workspace, SessionFrame frame) {
        this.workspace = workspace;
        this.frame = frame;
    }

    /// @param flow in which the nodes are
    void run(String flow, Set<String> nodes, BoxSizes sizes) {
        // What variables the nodes use is known once the flow, as it is now, is compiled.
        workspace.analysed().thenAccept(analysis -> {
            CompiledFlow compiled = analysis.compiled().flow(flow);
            if (compiled != null) {
                ask(compiled, nodes, sizes);
            }
        });
    }

    private void ask(CompiledFlow flow, Set<String> nodes, BoxSizes sizes) {
        Optional<String> objection = SubflowExtraction.objectionTo(flow, nodes);
        if (objection.isPresent()) {
            frame.ask().tell(TEXTS.get("extract.refused"), objection.get());
            return;
        }
        frame.ask().text(TEXTS.get("extract.make"), TEXTS.get("flow.name"), "",
                name -> workspace.objectionTo(name).orElse(null)).ifPresent(name -> {
                    try {
                        workspace.extract(flow.name(), name,
                                SubflowExtraction.of(flow, nodes, name, title(name), sizes), nodes.size());
                        frame.status(TEXTS.get("extract.done", name));
                    } catch (ExtractionRefused e) {
                        frame.ask().tell(TEXTS.get("extract.refused"), String.valueOf(e.getMessage()));
                    }
                });
    }

    /// `after-hours` is "After hours".
    static String title(String flow) {
        String words = flow.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
