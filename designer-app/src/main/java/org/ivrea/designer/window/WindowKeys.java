package org.ivrea.designer.window;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.ivrea.designer.command.Action;
import org.ivrea.designer.command.Actions;

/// Keys that are characters (`?`, `/`) are commands only where nothing is being typed. The menus see to all others.
final class WindowKeys {
    private final StackPane root;
    private final Actions actions;
    private final Runnable toDrawing;

    /// @param toDrawing gives the drawing in front the focus: what Escape does where it does nothing else
    WindowKeys(StackPane root, Actions actions, Runnable toDrawing) {
        this.root = root;
        this.actions = actions;
        this.toDrawing = toDrawing;
    }

    void install() {
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (isTyping() && !event.isShortcutDown() && !event.isAltDown() && isCharacter(event.getCode())) {
                // Consumed before the menus' accelerators see it; the character itself is another event.
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                toDrawing.run();
            }
        });
        root.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (!isTyping() && event.getCharacter().equals("?")) {
                actions.get("help.keys").runIfEnabled();
                event.consume();
            } else if (!isTyping() && event.getCharacter().equals("/")) {
                actions.get("flow.add").runIfEnabled();
                event.consume();
            }
        });
    }

    private boolean isTyping() {
        Node focused = root.getScene().getFocusOwner();
        return focused != null && focused.getInputMethodRequests() != null;
    }

    private static boolean isCharacter(KeyCode code) {
        return !code.isFunctionKey() && !code.isNavigationKey() && code != KeyCode.ESCAPE && code != KeyCode.ENTER
                && code != KeyCode.TAB;
    }

    /// A key that is shown in menus, but that [WindowKeys] handles by what is typed: keyboards differ in where it is.
    static Action shown(Action action, String character) {
        return action.key(new TypedKey(character));
    }

    /// Never matches.
    private static final class TypedKey extends KeyCombination {
        private final String character;

        TypedKey(String character) {
            this.character = character;
        }

        @Override
        public boolean match(KeyEvent event) {
            return false;
        }

        @Override
        public String getName() {
            return character;
        }

        @Override
        public String getDisplayText() {
            return character;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof TypedKey key && key.character.equals(character);
        }

        @Override
        public int hashCode() {
            return character.hashCode();
        }
    }
}
