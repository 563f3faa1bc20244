package org.ivrea.designer.prompts;

import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.ivrea.designer.audio.Sound;

/// The shape of a sound: how loud it is, from its beginning to its end.
final class Waveform extends Region {
    private static final double STEP = 3;
    private static final double HEIGHT = 44;

    private Sound sound = Sound.EMPTY;

    Waveform() {
        getStyleClass().add("prompts-waveform");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        widthProperty().addListener((_, _, _) -> draw());
    }

    void show(Sound shown) {
        sound = shown;
        draw();
    }

    private void draw() {
        getChildren().clear();
        int bars = (int) (getWidth() / STEP);
        for (int bar = 0; bar < bars && !sound.isEmpty(); bar++) {
            int from = (int) ((long) sound.length() * bar / bars);
            int to = Math.max(from + 1, (int) ((long) sound.length() * (bar + 1) / bars));
            double half = Math.max(0.5, sound.peak(from, to) * (HEIGHT / 2 - 2));
            double x = bar * STEP + STEP / 2;
            var line = new Line(x, HEIGHT / 2 - half, x, HEIGHT / 2 + half);
            line.getStyleClass().add("prompts-wave");
            getChildren().add(line);
        }
    }
}
