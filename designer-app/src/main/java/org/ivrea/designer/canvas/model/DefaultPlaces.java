package org.ivrea.designer.canvas.model;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.presentation.BoxMetrics;
import org.ivrea.designer.presentation.BoxSize;
import org.ivrea.designer.presentation.ExitPresentation;
import org.ivrea.designer.presentation.NodePresentation;
import org.ivrea.designer.presentation.Presentations;
import org.ivrea.flow.document.LayoutEntry;

/// Where nodes stand of which the file does not say it: below the others, in columns by how many steps they are from the
/// start.
final class DefaultPlaces {
    private static final double COLUMN = BoxMetrics.WIDTH + 80;
    private static final double GAP = 40;

    private DefaultPlaces() {}

    static Map<String, Bounds> of(Presentations presentations) {
        Map<String, LayoutEntry> known = presentations.document().layout();
        Map<String, Bounds> places = new HashMap<>();
        if (presentations.nodes().keySet().stream().allMatch(known::containsKey)) {
            return places;
        }
        double top = 0;
        for (NodePresentation node : presentations.nodes().values()) {
            LayoutEntry place = known.get(node.id());
            if (place != null) {
                top = Math.max(top, place.y() + BoxMetrics.size(node, place).height() + GAP);
            }
        }
        Map<Integer, Double> bottoms = new HashMap<>();
        for (Map.Entry<String, Integer> step : steps(presentations).entrySet()) {
            NodePresentation node = presentations.node(step.getKey());
            if (node == null || known.containsKey(node.id())) {
                continue;
            }
            BoxSize size = BoxMetrics.size(node, null);
            double y = bottoms.getOrDefault(step.getValue(), top);
            places.put(node.id(), new Bounds(step.getValue() * COLUMN, y, size.width(), size.height()));
            bottoms.put(step.getValue(), Math.ceil((y + size.height() + GAP) / BoxMetrics.GRID) * BoxMetrics.GRID);
        }
        return places;
    }

    private static Map<String, Integer> steps(Presentations presentations) {
        Map<String, Integer> steps = new LinkedHashMap<>();
        Queue<String> next = new ArrayDeque<>();
        String start = presentations.document().start();
        if (start != null && presentations.node(start) != null) {
            steps.put(start, 0);
            next.add(start);
        }
        for (String id = next.poll(); id != null; id = next.poll()) {
            NodePresentation node = presentations.node(id);
            int step = steps.getOrDefault(id, 0) + 1;
            for (ExitPresentation exit : node == null ? java.util.List.<ExitPresentation>of() : node.exits()) {
                String target = exit.target();
                if (target != null && presentations.node(target) != null && steps.putIfAbsent(target, step) == null) {
                    next.add(target);
                }
            }
        }
        presentations.nodes().keySet().forEach(id -> steps.putIfAbsent(id, 0));
        return steps;
    }
}
