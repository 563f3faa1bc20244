package org.ivrea.designer;

import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/// The application: composition root of the window.
public final class DesignerApp extends Application {
    @Override
    public void start(Stage stage) {
        setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setTitle("Ivrea");
        stage.setScene(new Scene(new BorderPane(new Label("Ivrea")), 1280, 800));
        stage.show();
    }
}
