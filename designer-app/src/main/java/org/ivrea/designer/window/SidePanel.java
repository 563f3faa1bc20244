package org.ivrea.designer.window;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;

/// The right side of the window: the inspector or the phone, with a switch above.
final class SidePanel extends VBox {
    private static final Messages TEXTS = Messages.of(SidePanel.class);

    private final ToggleButton phoneSwitch = new ToggleButton(TEXTS.get("side.phone"));
    private final ToggleButton inspectorSwitch = new ToggleButton(TEXTS.get("side.inspector"));

    private final StackPane content = new StackPane();

    SidePanel(LatePanel<?> inspector, LatePanel<?> phone) {
        var either = new ToggleGroup();
        inspectorSwitch.setId("side-inspector");
        phoneSwitch.setId("side-phone");
        for (ToggleButton button : new ToggleButton[] {inspectorSwitch, phoneSwitch}) {
            button.getStyleClass().setAll("side-tab");
            button.setToggleGroup(either);
            // A click on the chosen one must not leave none.
            button.setOnMousePressed(_ -> button.setSelected(true));
            button.setOnAction(_ -> button.setSelected(true));
        }
        inspectorSwitch.setSelected(true);
        inspector.visibleProperty().bind(phoneSwitch.selectedProperty().not());
        phone.visibleProperty().bind(phoneSwitch.selectedProperty());
        phoneSwitch.selectedProperty().subscribe(chosen -> {
            if (chosen) {
                phone.get();
            }
        });
        inspector.managedProperty().bind(inspector.visibleProperty());
        phone.managedProperty().bind(phone.visibleProperty());
        var tabs = new HBox(inspectorSwitch, phoneSwitch);
        tabs.getStyleClass().add("side-tabs");
        content.getChildren().addAll(inspector, phone);
        content.setMinSize(0, 0);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(tabs, content);
    }

    /// What is below the switch.
    StackPane content() {
        return content;
    }

    boolean isPhoneShown() {
        return phoneSwitch.isSelected();
    }

    void showPhone(boolean wanted) {
        (wanted ? phoneSwitch : inspectorSwitch).setSelected(true);
    }
}
