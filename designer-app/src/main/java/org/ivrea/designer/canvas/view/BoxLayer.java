package org.ivrea.designer.canvas.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.CacheHint;
import javafx.scene.Group;
import javafx.scene.transform.Affine;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.canvas.model.Graph;
import org.jspecify.annotations.Nullable;

/// The scene-graph nodes of the boxes that are visible, of one kind. Those that went out of view are used again for
/// boxes that come into view.
final class BoxLayer extends Group {
    private final Predicate<Box> kind;
    private final Supplier<BoxView> views;
    private final Affine transform = new Affine();
    private final Map<String, BoxView> shown = new HashMap<>();
    private final Deque<BoxView> pool = new ArrayDeque<>();
    private CacheHint hint = CacheHint.DEFAULT;

    BoxLayer(Predicate<Box> kind, Supplier<BoxView> views) {
        this.kind = kind;
        this.views = views;
        setAutoSizeChildren(false);
        setManaged(false);
        getTransforms().add(transform);
    }

    /// Scales pictures of the boxes while the zoom changes, and draws them anew when it rests.
    void setHint(CacheHint hint) {
        shown.values().forEach(view -> view.setCacheHint(hint));
        pool.forEach(view -> view.setCacheHint(hint));
        this.hint = hint;
    }

    @Nullable
    BoxView view(String id) {
        return shown.get(id);
    }

    void move(Viewport viewport) {
        transform.setToTransform(viewport.scale(), 0, viewport.translateX(), 0, viewport.scale(),
                viewport.translateY());
    }

    /// Shows the boxes of an area.
    ///
    /// @param anew true to show those again that are shown already, as something about them changed
    void show(Graph graph, Bounds area, Detail detail, boolean anew, Emphasis emphasis, CallMarks marks) {
        Set<Box> visible = new HashSet<>();
        graph.forEachBoxIn(area, box -> {
            if (kind.test(box)) {
                visible.add(box);
            }
        });
        for (Iterator<BoxView> each = shown.values().iterator(); each.hasNext();) {
            BoxView view = each.next();
            Box box = view.box();
            if (box == null || !visible.contains(box)) {
                each.remove();
                release(view);
            }
        }
        for (Box box : visible) {
            BoxView view = shown.get(box.id());
            if (view == null) {
                view = acquire();
                shown.put(box.id(), view);
            } else if (!anew) {
                continue;
            }
            view.show(box, detail);
            view.emphasize(box, emphasis, marks);
        }
    }

    void clear() {
        shown.values().forEach(this::release);
        shown.clear();
    }

    void emphasize(Emphasis emphasis, CallMarks marks) {
        for (BoxView view : shown.values()) {
            Box box = view.box();
            if (box != null) {
                view.emphasize(box, emphasis, marks);
            }
        }
    }

    private BoxView acquire() {
        BoxView view = pool.poll();
        if (view == null) {
            view = views.get();
            view.setManaged(false);
            view.setCache(true);
            view.setCacheHint(hint);
            getChildren().add(view);
        }
        view.setVisible(true);
        return view;
    }

    private void release(BoxView view) {
        view.release();
        view.setVisible(false);
        pool.add(view);
    }
}
