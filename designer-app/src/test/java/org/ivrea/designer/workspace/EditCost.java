package org.ivrea.designer.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ivrea.designer.edit.Fields;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.GeneratedFlows;
import org.ivrea.designer.edit.Moves;
import org.ivrea.designer.edit.Wires;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.flow.project.ProjectFolder;

/// Measures how long edits, undo and opening keep the thread of the user interface busy, with journal, analysis and
/// watch running beside it, and how soon the problems are up to date. Arguments: sizes of flows.
final class EditCost {
    private static final int EDITS = 400;
    private static final NodeRegistry REGISTRY = NodeRegistry.load();

    private EditCost() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("nodes    what                  mean ms   p95 ms   max ms");
        List<String> sizes = arguments.length == 0 ? List.of("100", "1000", "5000", "20000") : List.of(arguments);
        measure(200, false);
        for (String size : sizes) {
            measure(Integer.parseInt(size), true);
        }
    }

    private static void measure(int size, boolean shown) throws Exception {
        Path folder = Files.createTempDirectory("ivrea-edit-cost");
        Path project = project(folder, GeneratedFlows.ofSize(size));
        var ui = new UiQueue();
        long start = System.nanoTime();
        Workspace workspace = Workspace.open(project, REGISTRY, ui, new StateFolder(folder.resolve("state")));
        long opened = System.nanoTime();
        ui.await(workspace.analysed());
        long analysed = System.nanoTime();
        FlowEditor editor = workspace.editor("main").orElseThrow();
        List<String> ids = List.copyOf(editor.document().nodes().keySet());
        if (shown) {
            print(size, "open", new long[] {opened - start});
            print(size, "first problems", new long[] {analysed - opened});
        }
        var count = new int[1];
        times(size, shown, "move of a node", () -> {
            String id = ids.get(count[0]++ % ids.size());
            editor.apply(Moves.by(editor.document(), Set.of(id), 10, 0));
            return id;
        });
        times(size, shown, "typing in a field", () -> {
            String id = ids.get(count[0]++ % ids.size());
            editor.apply(Fields.set(id, JsonPointer.ROOT.child("timeoutMs"), Json.of(count[0]), "Timeout"));
            return id;
        });
        times(size, shown, "wiring", () -> {
            String id = ids.get(count[0]++ % ids.size());
            editor.apply(Wires.connect(new org.ivrea.designer.edit.ExitRef(id, "error"), ids.getFirst()));
            return id;
        });
        times(size, shown, "undo", () -> {
            editor.undo();
            return editor;
        });
        ui.await(workspace.analysed());
        long[] latencies = new long[20];
        for (int i = 0; i < latencies.length; i++) {
            String id = ids.get(count[0]++ % ids.size());
            long before = System.nanoTime();
            editor.apply(Fields.set(id, JsonPointer.ROOT.child("timeoutMs"), Json.of(count[0]), "Timeout"));
            ui.await(workspace.analysed());
            latencies[i] = System.nanoTime() - before;
        }
        long saving = System.nanoTime();
        ui.await(workspace.save("main"));
        if (shown) {
            print(size, "edit until problems", latencies);
            print(size, "save (background)", new long[] {System.nanoTime() - saving});
        }
        workspace.close();
        delete(folder);
    }

    private static Path project(Path folder, FlowDocument flow) throws IOException {
        Path project = Files.createDirectories(folder.resolve("project"));
        ProjectFolder.saveSettings(project, ProjectDocument.empty("Measured").withMain("main"));
        ProjectFolder.saveFlow(project, "main", flow, new FlowCodec(REGISTRY, JsonLimits.DEFAULT));
        return project;
    }

    private static void times(int size, boolean shown, String what, Callable<Object> action) throws Exception {
        long[] times = new long[EDITS];
        for (int i = 0; i < EDITS; i++) {
            long before = System.nanoTime();
            action.call();
            times[i] = System.nanoTime() - before;
        }
        if (shown) {
            print(size, what, times);
        }
    }

    private static void print(int size, String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT, "%5d    %-20s %8.2f %8.2f %8.2f%n", size, what,
                Arrays.stream(nanos).average().orElse(0) / 1e6, nanos[(nanos.length - 1) * 95 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
