package org.ivrea.designer.command;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Keys whose names people read as they stand on a keyboard: `Ctrl+0`, where JavaFX writes `Ctrl+DIGIT0`.
final class ShownKeys extends KeyCombination {
    private final KeyCombination keys;

    ShownKeys(KeyCombination keys) {
        this.keys = keys;
    }

    @Override
    public boolean match(KeyEvent event) {
        return keys.match(event);
    }

    @Override
    public String getName() {
        return keys.getName();
    }

    @Override
    public String getDisplayText() {
        return keys.getDisplayText().replace("DIGIT", "").replace("PAGE_DOWN", "PageDown")
                .replace("PAGE_UP", "PageUp");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShownKeys shown && shown.keys.equals(keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }
}
