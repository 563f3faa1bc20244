package org.ivrea.designer.layout;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.CrossingMinimizationStrategy;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkConnectableShape;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.ivrea.designer.edit.Annotations;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.flow.document.ExitTarget;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.jspecify.annotations.Nullable;

/// Places nodes with ELK's layered algorithm. Edges that lead back have no say, so that calls go from left to right; the
/// others leave their exit's row and enter at the title, so that rows keep
/// their order; groups keep what lies inside them; comments go above the node next to them.
final class LayeredPlacement {
    private static final double BETWEEN_LAYERS = 90;
    private static final double BETWEEN_NODES = 40;
    private static final int GRID = 10;
    private static final ElkPadding IN_GROUP = new ElkPadding(56, 24, 24, 24);

    private final FlowDocument flow;
    private final Map<String, LayoutEntry> boxes;
    private final TidyBoxes looks;
    private final TidyProgress progress;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
    private final Map<String, ElkPort> entries = new HashMap<>();
    private final CallOrder order;
    private final Map<String, CommentStack> comments = new HashMap<>();

    LayeredPlacement(FlowDocument flow, Map<String, LayoutEntry> boxes, TidyBoxes looks, TidyProgress progress) {
        this.flow = flow;
        this.boxes = boxes;
        this.looks = looks;
        this.progress = progress;
        this.order = CallOrder.of(flow, boxes.keySet(), looks);
    }

    /// The boxes in their new places, groups with their new sizes.
    Map<String, LayoutEntry> place() {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        configure(root);
        var around = new Surroundings(flow, boxes);
        boxes.keySet().stream().filter(this::isGroup).sorted(around.outermostFirst())
                .forEach(id -> add(id, around.groupOf(id)));
        order.nodes().stream().filter(id -> !isGroup(id)).filter(id -> around.anchorOf(id) == null)
                .forEach(id -> {
                    comments.put(id, CommentStack.of(around.commentsOf(id), boxes));
                    add(id, around.groupOf(id));
                });
        nodes.keySet().forEach(this::connect);
        new RecursiveGraphLayoutEngine().layout(root, new Monitor(progress, true));
        Map<String, LayoutEntry> placed = new LinkedHashMap<>();
        nodes.forEach((id, node) -> placed.put(id, placed(id, node)));
        comments.forEach((id, stack) -> {
            LayoutEntry node = placed.get(id);
            if (node != null) {
                placed.putAll(stack.above(node));
            }
        });
        return placed;
    }

    private void configure(ElkNode graph) {
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        graph.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
        if (boxes.size() <= Tidy.MOST_CAREFULLY) {
            graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
            if (boxes.keySet().stream().noneMatch(this::isGroup)) {
                // With nodes inside nodes ELK fails on this option.
                graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
            }
        } else {
            graph.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.LONGEST_PATH);
            graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.SIMPLE);
            graph.setProperty(LayeredOptions.CROSSING_MINIMIZATION_STRATEGY, CrossingMinimizationStrategy.LAYER_SWEEP);
            graph.setProperty(LayeredOptions.CROSSING_MINIMIZATION_GREEDY_SWITCH_TYPE,
                    org.eclipse.elk.alg.layered.options.GreedySwitchType.OFF);
            graph.setProperty(LayeredOptions.THOROUGHNESS, 1);
        }
    }

    private boolean isGroup(String id) {
        NodeDocument node = flow.node(id);
        return node != null && node.type().equals(Annotations.GROUP);
    }

    private void add(String id, @Nullable String group) {
        NodeDocument document = flow.node(id);
        LayoutEntry box = boxes.get(id);
        if (document == null || box == null) {
            return;
        }
        ElkNode node = ElkGraphUtil.createNode(group == null ? root : nodes.getOrDefault(group, root));
        nodes.put(id, node);
        CommentStack above = above(id);
        node.setDimensions(Math.max(box.width(), above.width()), box.height() + above.height());
        if (isGroup(id)) {
            configure(node);
            node.setProperty(CoreOptions.PADDING, IN_GROUP);
            node.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.MINIMUM_SIZE));
            return;
        }
        if (document.isAnnotation()) {
            return;
        }
        node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        entries.put(id, port(node, PortSide.WEST, 0, above.height() + looks.entry(id, document)));
        if (id.equals(flow.start()) && group == null) {
            node.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
        }
    }

    private void connect(String id) {
        NodeDocument document = flow.node(id);
        ElkNode node = nodes.get(id);
        if (document == null || node == null || document.isAnnotation()) {
            return;
        }
        Map<String, ExitTarget> open = new LinkedHashMap<>(document.exits());
        open.keySet().removeIf(exit -> order.back().contains(new ExitRef(id, exit)));
        for (ExitPort exit : looks.exits(id, document)) {
            ExitTarget target = open.remove(exit.exit());
            if (target != null) {
                connect(node, id, target, above(id).height() + exit.y());
            }
        }
        open.values().forEach(target -> connect(node, id, target, node.getHeight()));
    }

    private CommentStack above(String id) {
        return comments.getOrDefault(id, CommentStack.NONE);
    }

    private void connect(ElkNode node, String id, ExitTarget target, double y) {
        ElkConnectableShape entry = target.nodeId() == null ? null : entries.get(target.nodeId());
        if (entry != null && !id.equals(target.nodeId())) {
            ElkGraphUtil.createSimpleEdge(port(node, PortSide.EAST, node.getWidth(), y), entry);
        }
    }

    private static ElkPort port(ElkNode node, PortSide side, double x, double y) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setLocation(x, y);
        port.setProperty(CoreOptions.PORT_SIDE, side);
        return port;
    }

    private LayoutEntry placed(String id, ElkNode node) {
        double x = 0;
        double y = 0;
        for (ElkNode step = node; step != null && step != root; step = step.getParent()) {
            x += step.getX();
            y += step.getY();
        }
        LayoutEntry at = new LayoutEntry(snapped(x), snapped(y + above(id).height()));
        LayoutEntry box = boxes.getOrDefault(id, at);
        return isGroup(id)
                ? at.resizedTo(Math.max(1, snapped(node.getWidth())), Math.max(1, snapped(node.getHeight())))
                : at.resizedTo(box.width(), box.height());
    }

    private static int snapped(double value) {
        return (int) Math.round(value / GRID) * GRID;
    }

    /// Of ELK's monitors, which form a tree, the root reports.
    private static final class Monitor extends BasicProgressMonitor {
        private final TidyProgress progress;
        private final boolean reports;

        Monitor(TidyProgress progress, boolean reports) {
            this.progress = progress;
            this.reports = reports;
        }

        @Override
        public boolean isCanceled() {
            return progress.isCancelled();
        }

        @Override
        protected void doWorked(float completed, float total, boolean topInstance) {
            if (reports && total > 0) {
                progress.done(Math.clamp(completed / total, 0, 1));
            }
        }

        @Override
        protected BasicProgressMonitor doSubTask(float work, int maxHierarchyLevels) {
            return new Monitor(progress, false);
        }
    }
}
