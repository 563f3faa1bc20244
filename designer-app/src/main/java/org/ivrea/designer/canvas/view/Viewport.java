package org.ivrea.designer.canvas.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Insets;
import org.ivrea.designer.canvas.geometry.Bounds;

/// Which part of the world is seen, and how large. World coordinates are those of the flow's layout.
public final class Viewport {
    public static final double SMALLEST = 0.02;
    public static final double LARGEST = 3;

    private final List<Runnable> listeners = new ArrayList<>();
    private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(1);
    private double translateX;
    private double translateY;
    private double width;
    private double height;

    /// @param listener called after each change
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public double scale() {
        return scale.get();
    }

    public ReadOnlyDoubleProperty scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    public double translateX() {
        return translateX;
    }

    public double translateY() {
        return translateY;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    public double worldX(double viewX) {
        return (viewX - translateX) / scale();
    }

    public double worldY(double viewY) {
        return (viewY - translateY) / scale();
    }

    public double viewX(double worldX) {
        return worldX * scale() + translateX;
    }

    public double viewY(double worldY) {
        return worldY * scale() + translateY;
    }

    /// The part of the world that is seen.
    public Bounds visible() {
        return new Bounds(worldX(0), worldY(0), width / scale(), height / scale());
    }

    public void panBy(double dx, double dy) {
        set(scale(), translateX + dx, translateY + dy);
    }

    /// Zooms so that the world stays where it is at a point of the view.
    public void zoomAt(double viewX, double viewY, double newScale) {
        double wanted = Math.clamp(newScale, SMALLEST, LARGEST);
        double x = worldX(viewX);
        double y = worldY(viewY);
        set(wanted, viewX - x * wanted, viewY - y * wanted);
    }

    public void centreOn(double worldX, double worldY) {
        set(scale(), width / 2 - worldX * scale(), height / 2 - worldY * scale());
    }

    /// Shows an area as large as it can be, but not larger than `largest`, with room around it.
    public void fit(Bounds area, Insets room, double largest) {
        double wanted = scaleToFit(area, room, largest);
        double middleX = (room.getLeft() + width - room.getRight()) / 2;
        double middleY = (room.getTop() + height - room.getBottom()) / 2;
        set(wanted, middleX - area.centreX() * wanted, middleY - area.centreY() * wanted);
    }

    /// How large it would be shown by [#fit].
    public double scaleToFit(Bounds area, Insets room, double largest) {
        double fitting = Math.min((width - room.getLeft() - room.getRight()) / Math.max(1, area.width()),
                (height - room.getTop() - room.getBottom()) / Math.max(1, area.height()));
        return Math.clamp(fitting, SMALLEST, largest);
    }

    /// Moves as little as needed for an area to be seen with room around it.
    public void reveal(Bounds area, double room) {
        Bounds seen = visible().inflated(-room / scale());
        double dx = shift(area.x(), area.maxX(), seen.x(), seen.maxX());
        double dy = shift(area.y(), area.maxY(), seen.y(), seen.maxY());
        if (dx != 0 || dy != 0) {
            panBy(-dx * scale(), -dy * scale());
        }
    }

    private static double shift(double from, double to, double seenFrom, double seenTo) {
        if (to - from > seenTo - seenFrom) {
            return (from + to) / 2 - (seenFrom + seenTo) / 2;
        }
        return from < seenFrom ? from - seenFrom : Math.max(0, to - seenTo);
    }

    /// The middle of the view stays in the middle.
    void resize(double newWidth, double newHeight) {
        double dx = width == 0 ? 0 : (newWidth - width) / 2;
        double dy = height == 0 ? 0 : (newHeight - height) / 2;
        width = newWidth;
        height = newHeight;
        panBy(dx, dy);
    }

    /// Whole pixels, so that text and lines stay sharp.
    private void set(double newScale, double newX, double newY) {
        translateX = Math.rint(newX);
        translateY = Math.rint(newY);
        scale.set(newScale);
        listeners.forEach(Runnable::run);
    }
}
