package org.ivrea.designer.workspace;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.Nodes;
import org.ivrea.designer.edit.Point;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.document.NodeDocument;

/// A designer without a window, to be killed: opens the project that the first argument names, with the state folder of
/// the second, edits the flow `main`, and says so. Then it waits for lines: `edit LABEL` edits once more.
final class EditingProcess {
    private EditingProcess() {}

    public static void main(String[] arguments) throws Exception {
        BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
        Workspace workspace = Workspace.open(Path.of(arguments[0]), NodeRegistry.load(), tasks::add,
                new StateFolder(Path.of(arguments[1])));
        Thread.ofPlatform().daemon().start(() -> {
            try (var in = new java.util.Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8)) {
                while (in.hasNextLine()) {
                    String label = in.nextLine();
                    tasks.add(() -> edit(workspace, label));
                }
            }
        });
        tasks.add(() -> System.out.println(workspace.isReadOnly() ? "read-only" : "open"));
        while (true) {
            tasks.take().run();
        }
    }

    private static void edit(Workspace workspace, String label) {
        FlowEditor editor = workspace.editor("main").orElseThrow();
        editor.apply(Nodes.add(editor.document(), NodeDocument.of("play").withLabel(label), new Point(0, 0)));
        System.out.println("edited " + label);
    }
}
