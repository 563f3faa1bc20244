package org.ivrea.designer.canvas.geometry;

/// A rectangle.
public record Bounds(double x, double y, double width, double height) {

    /// The rectangle with two opposite corners.
    public static Bounds between(double x1, double y1, double x2, double y2) {
        return new Bounds(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
    }

    public double maxX() {
        return x + width;
    }

    public double maxY() {
        return y + height;
    }

    public double centreX() {
        return x + width / 2;
    }

    public double centreY() {
        return y + height / 2;
    }

    public boolean contains(double px, double py) {
        return px >= x && px <= maxX() && py >= y && py <= maxY();
    }

    public boolean contains(Bounds other) {
        return other.x >= x && other.y >= y && other.maxX() <= maxX() && other.maxY() <= maxY();
    }

    public boolean intersects(Bounds other) {
        return other.x <= maxX() && other.maxX() >= x && other.y <= maxY() && other.maxY() >= y;
    }

    /// Grown by a distance on every side; shrunk where it is below 0.
    public Bounds inflated(double by) {
        return new Bounds(x - by, y - by, Math.max(0, width + 2 * by), Math.max(0, height + 2 * by));
    }

    public Bounds union(Bounds other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Bounds(left, top, Math.max(maxX(), other.maxX()) - left, Math.max(maxY(), other.maxY()) - top);
    }

    public Bounds movedBy(double dx, double dy) {
        return new Bounds(x + dx, y + dy, width, height);
    }

    public Bounds movedTo(double newX, double newY) {
        return new Bounds(newX, newY, width, height);
    }

    /// Whether the straight line between two points touches the inside.
    public boolean isCrossedBy(double x1, double y1, double x2, double y2) {
        if (Math.max(x1, x2) <= x || Math.min(x1, x2) >= maxX() || Math.max(y1, y2) <= y
                || Math.min(y1, y2) >= maxY()) {
            return false;
        }
        if (x1 == x2 || y1 == y2 || isInside(x1, y1) || isInside(x2, y2)) {
            return true;
        }
        double slope = (y2 - y1) / (x2 - x1);
        double left = y1 + slope * (Math.max(x, Math.min(x1, x2)) - x1);
        double right = y1 + slope * (Math.min(maxX(), Math.max(x1, x2)) - x1);
        return Math.max(left, right) > y && Math.min(left, right) < maxY();
    }

    private boolean isInside(double px, double py) {
        return px > x && px < maxX() && py > y && py < maxY();
    }
}
