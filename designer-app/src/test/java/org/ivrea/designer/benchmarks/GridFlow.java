package org.ivrea.designer.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;

/// A flow of any size: menus in a grid, each wired to its right and its lower neighbour.
final class GridFlow {
    static final int COLUMN = 280;
    static final int ROW = 200;

    private GridFlow() {}

    static int columns(int size) {
        return (int) Math.ceil(Math.sqrt(size));
    }

    static String id(int number) {
        return "node-" + number;
    }

    static FlowDocument of(int size) {
        int columns = columns(size);
        SequencedMap<String, NodeDocument> nodes = new LinkedHashMap<>();
        SequencedMap<String, LayoutEntry> layout = new LinkedHashMap<>();
        for (int number = 0; number < size; number++) {
            String right = number % columns < columns - 1 && number + 1 < size ? id(number + 1) : null;
            String below = number + columns < size ? id(number + columns) : null;
            nodes.put(id(number), NodeDocument.of("menu").withLabel("Menu number " + number)
                    .withField("prompt",
                            Json.arr(Json.obj("text", Json.of("For sales, press 1. For support, press 2."))))
                    .withField("choices", Json.arr(List.of(choice("1", "sales"), choice("2", "support"))))
                    .withExit("sales", right).withExit("support", below).withExit("timeout", null)
                    .withExit("invalid", null));
            layout.put(id(number), new LayoutEntry(number % columns * COLUMN, number / columns * ROW));
        }
        return FlowDocument.empty("Grid of " + size).withNodes(nodes).withLayout(layout).withStart(id(0));
    }

    private static Json choice(String keys, String exit) {
        return Json.obj("keys", Json.of(keys), "exit", Json.of(exit));
    }
}
