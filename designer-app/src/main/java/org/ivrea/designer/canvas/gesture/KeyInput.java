package org.ivrea.designer.canvas.gesture;

import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.canvas.view.GraphView;
import org.ivrea.designer.edit.Annotations;
import org.ivrea.designer.edit.Moves;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.presentation.BoxMetrics;
import org.jspecify.annotations.Nullable;

/// Turns keys into gestures and commands.
public final class KeyInput {
    private static final double ROOM = 48;
    private static final double PAN = 60;
    private static final int FAR = 10;

    private final Workbench bench;
    private final GraphView view;
    private final MouseInput mouse;
    private @Nullable KeyWiring wiring;

    public KeyInput(Workbench bench, MouseInput mouse) {
        this.bench = bench;
        this.view = bench.view();
        this.mouse = mouse;
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        view.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                mouse.setPanKey(false);
            }
        });
        view.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("/") && !event.isShortcutDown()) {
                pick();
                event.consume();
            }
        });
        view.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                mouse.setPanKey(false);
            }
        });
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            if (escape()) {
                event.consume();
            }
            return;
        }
        if (wiring != null) {
            wiring.press(event.getCode());
            wiring = wiring.isOver() ? null : wiring;
            event.consume();
            return;
        }
        boolean done = event.isShortcutDown() ? shortcut(event.getCode()) : key(event);
        if (done) {
            event.consume();
        }
    }

    private boolean escape() {
        if (mouse.cancel()) {
            return true;
        }
        if (wiring != null) {
            wiring.cancel();
            wiring = null;
            return true;
        }
        if (!bench.editor().selection().isEmpty()) {
            bench.commands().selectNone();
            return true;
        }
        return false;
    }

    private boolean shortcut(KeyCode code) {
        Commands commands = bench.commands();
        switch (code) {
            case A -> commands.selectAll();
            case C -> commands.copy();
            case X -> commands.cut();
            case V -> commands.paste();
            case D -> commands.duplicate();
            case PLUS, EQUALS, ADD -> commands.zoomIn();
            case MINUS, SUBTRACT -> commands.zoomOut();
            case DIGIT0, NUMPAD0 -> commands.zoomToActualSize();
            case DIGIT9, NUMPAD9 -> commands.zoomToFit();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean key(KeyEvent event) {
        Commands commands = bench.commands();
        switch (event.getCode()) {
            case SPACE -> mouse.setPanKey(true);
            case DELETE, BACK_SPACE -> commands.delete();
            case F2 -> commands.rename();
            case ENTER -> commands.editFields();
            case W -> startWiring();
            case PLUS, EQUALS, ADD -> commands.zoomIn();
            case MINUS, SUBTRACT -> commands.zoomOut();
            case F -> commands.zoomToFit();
            case LEFT -> arrow(-1, 0, event.isShiftDown());
            case RIGHT -> arrow(1, 0, event.isShiftDown());
            case UP -> arrow(0, -1, event.isShiftDown());
            case DOWN -> arrow(0, 1, event.isShiftDown());
            case TAB -> {
                return tab(event.isShiftDown());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void arrow(int dx, int dy, boolean far) {
        Set<String> ids = Annotations.withContents(bench.document(), bench.editor().selection().nodes(),
                bench.sizes());
        if (ids.isEmpty()) {
            view.viewport().panBy(-dx * PAN, -dy * PAN);
        } else {
            int step = BoxMetrics.GRID * (far ? FAR : 1);
            bench.apply(Moves.nudge(bench.document(), ids, dx * step, dy * step));
            reveal(bench.editor().selection().nodes().first());
        }
    }

    /// To the next node; from the last one, out of the canvas.
    private boolean tab(boolean back) {
        Selection selection = bench.editor().selection();
        @Nullable Box next = ReadingOrder.next(view.graph(),
                selection.nodes().isEmpty() ? null : selection.nodes().first(), back);
        if (next == null) {
            return false;
        }
        bench.editor().select(Selection.ofNode(next.id()));
        reveal(next.id());
        return true;
    }

    private void startWiring() {
        Set<String> nodes = bench.editor().selection().nodes();
        Box box = nodes.size() == 1 ? view.graph().box(nodes.iterator().next()) : null;
        if (box != null && !bench.isReadOnly() && !box.node().exits().isEmpty()) {
            wiring = new KeyWiring(bench, box);
        }
    }

    /// Behind the one selected node; or else at the pointer when it is over the canvas, or in the middle.
    private void pick() {
        Pointer pointer = mouse.pointer();
        Set<String> nodes = bench.editor().selection().nodes();
        Box box = nodes.size() == 1 ? view.graph().box(nodes.iterator().next()) : null;
        if (bench.isReadOnly()) {
            return;
        }
        if (box != null) {
            bench.pick(view.viewport().viewX(box.bounds().maxX()) + ROOM, view.viewport().viewY(box.bounds().y()),
                    bench::addBeside, () -> {});
        } else if (pointer != null && view.isHover()) {
            PickAt.pick(bench, pointer);
        } else {
            bench.pick(view.viewport().width() / 2, view.viewport().height() / 3, bench::addBeside, () -> {});
        }
    }

    private void reveal(String id) {
        Box box = view.graph().box(id);
        if (box != null) {
            view.viewport().reveal(box.bounds(), ROOM);
        }
    }
}
