package org.ivrea.designer.canvas.gesture;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.canvas.route.Ends;
import org.ivrea.designer.canvas.view.GraphView;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Nodes;
import org.ivrea.designer.edit.Point;
import org.ivrea.designer.edit.Wires;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.presentation.ExitPresentation;

/// Wiring without a mouse: up and down choose the exit, left and right the target, nearest first; Enter wires, `/`
/// chooses a new node.
final class KeyWiring {
    private static final double ROOM = 48;

    private final Messages messages = Messages.of(KeyWiring.class);
    private final Workbench bench;
    private final GraphView view;
    private final Box from;
    private final List<Box> targets;
    private int row;
    private int target;
    private boolean over;

    KeyWiring(Workbench bench, Box from) {
        this.bench = bench;
        this.view = bench.view();
        this.from = from;
        this.targets = ReadingOrder.targets(view.graph(), from);
        List<ExitPresentation> exits = from.node().exits();
        while (row < exits.size() - 1 && exits.get(row).isWired()) {
            row++;
        }
        target = targets.size() > 1 && targets.getFirst() == from ? 1 : 0;
        show();
    }

    boolean isOver() {
        return over;
    }

    void press(KeyCode code) {
        int exits = from.node().exits().size();
        switch (code) {
            case UP -> row = Math.floorMod(row - 1, exits);
            case DOWN -> row = Math.floorMod(row + 1, exits);
            case RIGHT, TAB -> target = Math.floorMod(target + 1, targets.size());
            case LEFT -> target = Math.floorMod(target - 1, targets.size());
            case ENTER -> {
                end();
                bench.apply(Wires.connect(exit(), targets.get(target).id()));
                return;
            }
            case SLASH, DIVIDE -> {
                pick();
                return;
            }
            default -> {
                return;
            }
        }
        show();
    }

    void cancel() {
        end();
    }

    private void pick() {
        ExitRef exit = exit();
        end();
        int x = (int) Snap.onGrid(from.bounds().x() + PickAt.BESIDE);
        int y = (int) Snap.onGrid(from.bounds().y());
        bench.pick(view.viewport().viewX(x), view.viewport().viewY(y),
                node -> bench.apply(Nodes.addWired(bench.document(), node, new Point(x, y), exit)), () -> {});
    }

    private ExitRef exit() {
        return new ExitRef(from.id(), from.node().exits().get(row).name());
    }

    private void show() {
        Box to = targets.get(target);
        view.emphasize(view.emphasis().wiring(exit(), exit()).targeting(to.id()));
        view.interaction().showWire(new Ends(from.portX(), from.portY(row), to.entryX(), to.entryY(), from.bounds(),
                to.bounds(), 0));
        view.viewport().reveal(to.bounds(), ROOM);
        view.touch();
        bench.status(messages.get("wiring", exit().exit(), to.node().title()));
    }

    private void end() {
        over = true;
        view.interaction().clear();
        view.emphasize(view.emphasis().targeting(null).wiring(null, null));
        view.touch();
        bench.status("");
    }
}
