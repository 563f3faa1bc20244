package org.ivrea.designer.call;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The twelve keys of a telephone.
final class Keypad extends GridPane {
    private static final String KEYS = "123456789*0#";
    private static final String[] LETTERS = {"", "ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ", "", "+",
            ""};
    private static final int COLUMNS = 3;

    Keypad(Consumer<Character> pressed) {
        getStyleClass().add("keypad");
        for (int column = 0; column < COLUMNS; column++) {
            var width = new ColumnConstraints();
            width.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(width);
        }
        for (int i = 0; i < KEYS.length(); i++) {
            char key = KEYS.charAt(i);
            var face = new VBox(Parts.label(String.valueOf(key), "keypad-digit"));
            face.getStyleClass().add("keypad-face");
            if (!LETTERS[i].isEmpty()) {
                face.getChildren().add(Parts.label(LETTERS[i], "keypad-letters"));
            }
            var button = new Button(null, face);
            button.setId("key-" + name(key));
            button.setAccessibleText(PhoneTexts.TEXT.get("keypad.key", String.valueOf(key)));
            button.getStyleClass().add("keypad-key");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setFocusTraversable(false);
            button.setOnAction(_ -> pressed.accept(key));
            add(button, i % COLUMNS, i / COLUMNS);
        }
    }

    private static String name(char key) {
        return switch (key) {
            case '*' -> "star";
            case '#' -> "pound";
            default -> String.valueOf(key);
        };
    }
}
