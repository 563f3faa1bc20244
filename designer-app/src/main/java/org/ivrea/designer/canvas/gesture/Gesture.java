package org.ivrea.designer.canvas.gesture;

/// A drag that goes on. It ends by [#drop] or by [#cancel], which leaves no trace.
interface Gesture {
    void drag(Pointer at);

    void drop(Pointer at);

    void cancel();

    /// True when the view follows the pointer to its border.
    default boolean scrolls() {
        return true;
    }
}
