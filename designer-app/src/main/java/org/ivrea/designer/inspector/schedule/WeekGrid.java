package org.ivrea.designer.inspector.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.ivrea.designer.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// A week as seven bars of half hours. Dragging along a bar opens or closes; with the keyboard, arrows move a cursor and
/// Space opens or closes what it covers, Shift makes it longer.
final class WeekGrid extends Region {
    private static final Messages TEXTS = Messages.of(WeekGrid.class);
    private static final int DAYS = 7;
    static final int STEP = 30;
    static final int STEPS = Week.DAY / STEP;
    private static final double LABEL = 34;
    private static final double HEADER = 16;
    private static final double ROW = 20;
    private static final double GAP = 3;
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final List<Region> tracks = new ArrayList<>();
    private final List<Label> days = new ArrayList<>();
    private final List<Label> hours = new ArrayList<>();
    private final Region cursor = new Region();
    private final Consumer<Week> changed;
    private List<Node> spans = new ArrayList<>();
    private Week week = Week.CLOSED;
    private @Nullable Week dragged;
    private int cursorDay;
    private int cursorFrom = 18;
    private int cursorTo = 19;
    private int pressedStep;
    private boolean opening;

    WeekGrid(Consumer<Week> changed) {
        this.changed = changed;
        getStyleClass().add("inspector-week");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        for (int day = 0; day < DAYS; day++) {
            var label = new Label(TEXTS.get("day." + day));
            label.getStyleClass().add("inspector-week-day");
            var track = new Region();
            track.getStyleClass().add("inspector-week-track");
            days.add(label);
            tracks.add(track);
        }
        for (int hour = 0; hour <= 24; hour += 6) {
            var label = new Label(String.valueOf(hour));
            label.getStyleClass().add("inspector-week-hour");
            hours.add(label);
        }
        cursor.getStyleClass().add("inspector-week-cursor");
        cursor.setMouseTransparent(true);
        cursor.visibleProperty().bind(focusedProperty());
        getChildren().addAll(hours);
        getChildren().addAll(days);
        getChildren().addAll(tracks);
        getChildren().add(cursor);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> released());
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        focusedProperty().addListener((_, _, focused) -> pseudoClassStateChanged(ACTIVE, focused));
        describe();
    }

    void show(Week shown) {
        week = shown;
        paint();
    }

    private Week visible() {
        return dragged == null ? week : dragged;
    }

    private void paint() {
        getChildren().removeAll(spans);
        spans = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (Week.Span span : visible().days().get(day)) {
                var bar = new Region();
                bar.getStyleClass().add("inspector-week-open");
                bar.setMouseTransparent(true);
                bar.setUserData(new int[] {day, span.from(), span.to()});
                spans.add(bar);
            }
        }
        getChildren().addAll(getChildren().indexOf(cursor), spans);
        requestLayout();
        describe();
    }

    private void describe() {
        boolean open = visible().isOpen(cursorDay, cursorFrom * STEP);
        setAccessibleText(TEXTS.get(open ? "cell.open" : "cell.closed", TEXTS.get("longDay." + cursorDay),
                Week.words(cursorFrom * STEP), Week.words(cursorTo * STEP)));
    }

    private double trackWidth() {
        return Math.max(48, getWidth() - LABEL);
    }

    private int dayAt(double y) {
        return Math.clamp((long) ((y - HEADER) / (ROW + GAP)), 0, DAYS - 1);
    }

    private int stepAt(double x) {
        return Math.clamp((long) Math.floor((x - LABEL) / trackWidth() * STEPS), 0, STEPS - 1);
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        cursorDay = dayAt(event.getY());
        pressedStep = stepAt(event.getX());
        opening = !week.isOpen(cursorDay, pressedStep * STEP);
        cover(pressedStep);
        event.consume();
    }

    private void dragged(MouseEvent event) {
        cover(stepAt(event.getX()));
        event.consume();
    }

    private void cover(int step) {
        cursorFrom = Math.min(step, pressedStep);
        cursorTo = Math.max(step, pressedStep) + 1;
        dragged = week.with(cursorDay, cursorFrom * STEP, cursorTo * STEP, opening);
        paint();
    }

    private void released() {
        Week result = dragged;
        dragged = null;
        if (result != null) {
            commit(result);
        }
    }

    private void commit(Week result) {
        if (!result.equals(week)) {
            week = result;
            changed.accept(result);
        }
        paint();
    }

    private void typed(KeyEvent event) {
        int length = cursorTo - cursorFrom;
        switch (event.getCode()) {
            case UP -> cursorDay = Math.max(0, cursorDay - 1);
            case DOWN -> cursorDay = Math.min(DAYS - 1, cursorDay + 1);
            case LEFT -> move(-1, length, event.isShiftDown());
            case RIGHT -> move(1, length, event.isShiftDown());
            case HOME -> move(-STEPS, length, false);
            case END -> move(STEPS, length, false);
            case SPACE, ENTER -> commit(week.with(cursorDay, cursorFrom * STEP, cursorTo * STEP,
                    !week.isOpen(cursorDay, cursorFrom * STEP)));
            default -> {
                return;
            }
        }
        event.consume();
        describe();
        requestLayout();
    }

    private void move(int by, int length, boolean longer) {
        if (longer) {
            cursorTo = Math.clamp((long) cursorTo + by, cursorFrom + 1, STEPS);
        } else {
            cursorFrom = Math.clamp((long) cursorFrom + by, 0, STEPS - length);
            cursorTo = cursorFrom + length;
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEADER + DAYS * (ROW + GAP);
    }

    @Override
    protected double computePrefWidth(double height) {
        return LABEL + 230;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = trackWidth();
        for (int index = 0; index < hours.size(); index++) {
            double x = LABEL + width * index / (hours.size() - 1);
            Label hour = hours.get(index);
            double own = hour.prefWidth(-1);
            hour.resizeRelocate(Math.clamp(x - own / 2, LABEL, LABEL + width - own), 0, own, HEADER);
        }
        for (int day = 0; day < DAYS; day++) {
            layoutInArea(days.get(day), 0, top(day), LABEL, ROW, 0, HPos.LEFT, VPos.CENTER);
            tracks.get(day).resizeRelocate(LABEL, top(day), width, ROW);
        }
        for (Node span : spans) {
            if (span.getUserData() instanceof int[] place) {
                double from = LABEL + width * place[1] / Week.DAY;
                span.resizeRelocate(from, top(place[0]), width * (place[2] - place[1]) / Week.DAY, ROW);
            }
        }
        cursor.resizeRelocate(LABEL + width * cursorFrom / STEPS, top(cursorDay),
                width * (cursorTo - cursorFrom) / STEPS, ROW);
    }

    private static double top(int day) {
        return HEADER + day * (ROW + GAP);
    }
}
