package org.ivrea.designer.canvas.gesture;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.ivrea.designer.canvas.model.Edge;
import org.ivrea.designer.canvas.model.Hit;
import org.ivrea.designer.canvas.view.GraphView;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Selection;
import org.jspecify.annotations.Nullable;

/// Turns what the mouse does into gestures.
public final class MouseInput {
    private static final double WHEEL = 1.0018;

    private final Workbench bench;
    private final GraphView view;
    private final AutoScroll scroll;
    private @Nullable Gesture gesture;
    private @Nullable Pointer last;
    private boolean panKey;

    public MouseInput(Workbench bench) {
        this.bench = bench;
        this.view = bench.view();
        this.scroll = new AutoScroll(view.viewport(), this::scrolled);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(Hit.GROUND));
        view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        view.addEventHandler(ZoomEvent.ZOOM, event -> view.viewport().zoomAt(event.getX(), event.getY(),
                view.viewport().scale() * event.getZoomFactor()));
    }

    /// Where the mouse was last; `null` when it never was here.
    public @Nullable Pointer pointer() {
        return last == null ? null : last.in(view.viewport());
    }

    /// While it is held, drags pan.
    public void setPanKey(boolean held) {
        panKey = held;
        if (gesture == null) {
            view.setCursor(held ? Cursor.OPEN_HAND : Cursor.DEFAULT);
        }
    }

    /// Gives up the gesture that goes on.
    ///
    /// @return false when there is none
    public boolean cancel() {
        if (gesture == null) {
            return false;
        }
        Gesture given = gesture;
        end();
        given.cancel();
        return true;
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        if (gesture != null) {
            return;
        }
        Pointer at = Pointer.of(event, view.viewport());
        last = at;
        Hit hit = hit(at);
        if (event.getButton() == MouseButton.MIDDLE || (panKey && event.getButton() == MouseButton.PRIMARY)) {
            gesture = new Pan(view.viewport(), at);
            view.setCursor(Cursor.CLOSED_HAND);
        } else if (event.getButton() == MouseButton.PRIMARY) {
            gesture = gesture(at, hit);
        } else if (event.getButton() == MouseButton.SECONDARY) {
            selectForMenu(hit);
        }
        event.consume();
    }

    private @Nullable Gesture gesture(Pointer at, Hit hit) {
        return switch (hit) {
            case Hit.Ground _ -> new Marquee(bench, at);
            case Hit.OnBox(var box) -> new PressBox(bench, box, at);
            case Hit.OnCorner(var box) -> bench.isReadOnly() ? null : new ResizeBox(bench, box, at);
            case Hit.OnPort(var box, ExitRef exit, int row) ->
                new PressEdge(bench, exit, at, () -> DrawWire.of(bench, box, exit, row, false));
            case Hit.OnEdge(Edge edge) -> new PressEdge(bench, edge.ref(), at, () -> null);
            case Hit.OnEdgeEnd(Edge edge) -> new PressEdge(bench, edge.ref(), at,
                    () -> DrawWire.of(bench, edge.from(), edge.ref(), edge.row(), true));
        };
    }

    private void selectForMenu(Hit hit) {
        switch (hit) {
            case Hit.OnBox(var box) when !bench.editor().selection().hasNode(box.id()) ->
                bench.editor().select(Selection.ofNode(box.id()));
            case Hit.OnEdge(Edge edge) ->
                bench.editor().select(Selection.ofEdge(edge.ref()));
            // What can be done there has nothing to do with what is selected elsewhere.
            case Hit.Ground _ -> bench.editor().select(Selection.NONE);
            default -> {
            }
        }
    }

    private void drag(MouseEvent event) {
        if (gesture == null) {
            return;
        }
        Pointer at = Pointer.of(event, view.viewport());
        last = at;
        gesture.drag(at);
        if (gesture.scrolls()) {
            scroll.follow(at);
        }
        event.consume();
    }

    private void scrolled() {
        if (gesture != null && last != null) {
            gesture.drag(last.in(view.viewport()));
        }
    }

    private void release(MouseEvent event) {
        if (gesture == null) {
            return;
        }
        Gesture done = gesture;
        end();
        Pointer at = Pointer.of(event, view.viewport());
        last = at;
        done.drop(at);
        point(hit(at));
        event.consume();
    }

    private void end() {
        gesture = null;
        scroll.end();
        view.setCursor(panKey ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }

    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || event.getClickCount() != 2 || !event.isStillSincePress()) {
            return;
        }
        Pointer at = Pointer.of(event, view.viewport());
        switch (hit(at)) {
            case Hit.OnBox(var box) -> bench.open(box);
            case Hit.OnPort(var box, ExitRef exit, int row) when bench.view().graph().edge(exit) == null ->
                PickAt.pickBehind(bench, box, exit, row);
            case Hit.Ground _,Hit.OnEdge _ -> PickAt.pick(bench, at);
            default -> {
            }
        }
    }

    private void move(MouseEvent event) {
        Pointer at = Pointer.of(event, view.viewport());
        last = at;
        if (gesture == null) {
            point(hit(at));
        }
    }

    private void point(Hit hit) {
        String box = switch (hit) {
            case Hit.OnBox(var on) -> on.id();
            case Hit.OnCorner(var on) -> on.id();
            case Hit.OnPort(var on, ExitRef _, int _) -> on.id();
            default -> null;
        };
        ExitRef edge = switch (hit) {
            case Hit.OnEdge(Edge on) -> on.ref();
            case Hit.OnEdgeEnd(Edge on) -> on.ref();
            case Hit.OnPort(var _, ExitRef exit, int _) -> exit;
            default -> null;
        };
        view.emphasize(view.emphasis().pointing(box, edge));
        if (gesture == null) {
            view.setCursor(panKey ? Cursor.OPEN_HAND : switch (hit) {
                case Hit.OnPort _,Hit.OnEdgeEnd _ -> Cursor.CROSSHAIR;
                case Hit.OnCorner _ -> Cursor.SE_RESIZE;
                case Hit.OnEdge _ -> Cursor.HAND;
                default -> Cursor.DEFAULT;
            });
        }
    }

    private Hit hit(Pointer at) {
        return view.hits().at(at.x(), at.y(), view.viewport().scale());
    }

    private void scroll(ScrollEvent event) {
        if (event.isControlDown() || event.isShortcutDown()) {
            view.viewport().zoomAt(event.getX(), event.getY(),
                    view.viewport().scale() * Math.pow(WHEEL, event.getDeltaY()));
        } else if (event.isShiftDown() && event.getDeltaX() == 0) {
            view.viewport().panBy(event.getDeltaY(), 0);
        } else {
            view.viewport().panBy(event.getDeltaX(), event.getDeltaY());
        }
        event.consume();
    }
}
