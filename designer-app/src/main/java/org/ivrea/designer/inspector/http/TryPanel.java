package org.ivrea.designer.inspector.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.FormContext;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Marks;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.node.Node;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.problem.Severity;
import org.jspecify.annotations.Nullable;

/// Makes a node's request once, to a host that the person has allowed, and shows what came back. Addresses and
/// permissions are kept for the session only: they are each server's, not the flow's.
public final class TryPanel extends VBox {
    private static final Messages TEXTS = Messages.of(TryPanel.class);
    private static final Map<String, String> ADDRESSES = new HashMap<>();
    private static final Set<String> ALLOWED = new HashSet<>();

    private final FormContext form;
    private final TextField address = new TextField();
    private final TryInputs inputs;
    private final Button send = new Button(TEXTS.get("send"));
    private final ProgressIndicator progress = new ProgressIndicator();
    private final VBox below = new VBox(6);
    private @Nullable Thread worker;

    public TryPanel(FormContext form) {
        super(8);
        this.form = form;
        inputs = new TryInputs(form);
        address.setId("try-address");
        address.setPromptText("https://api.example.com");
        address.setAccessibleText(TEXTS.get("address"));
        address.setText(ADDRESSES.getOrDefault(service(), ""));
        send.setId("try-send");
        send.setOnAction(_ -> send());
        address.setOnAction(_ -> send());
        progress.setPrefSize(18, 18);
        progress.setVisible(false);
        var buttons = new HBox(8, send, progress);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(Labels.muted(TEXTS.get("address.help")), address, inputs, buttons, below);
        visibleProperty().addListener((_, _, _) -> inputs.refresh());
        sceneProperty().addListener((_, _, _) -> inputs.refresh());
    }

    /// The node may have changed.
    public void refresh() {
        inputs.refresh();
    }

    private String service() {
        Json name = form.document().field("service");
        return name == null ? "" : Objects.requireNonNullElse(name.asText(), "");
    }

    private @Nullable Node node() {
        CompiledFlow flow = form.compiled();
        CompiledNode node = flow == null ? null : flow.node(form.node());
        return node == null ? null : node.node();
    }

    private void send() {
        inputs.refresh();
        if (worker != null) {
            Objects.requireNonNull(worker).interrupt();
            return;
        }
        URI base;
        Map<String, Object> values;
        try {
            base = new URI(address.getText().strip());
            values = inputs.values();
        } catch (URISyntaxException _) {
            wrong(TEXTS.get("address.wrong"));
            return;
        } catch (IllegalArgumentException e) {
            wrong(String.valueOf(e.getMessage()));
            return;
        }
        String host = base.getHost();
        Node node = node();
        if (host == null || node == null || service().isEmpty()) {
            wrong(TEXTS.get(host == null ? "address.wrong" : "node.wrong"));
            return;
        }
        ADDRESSES.put(service(), address.getText());
        if (ALLOWED.contains(host)) {
            start(node, base, values);
        } else {
            ask(host, () -> {
                ALLOWED.add(host);
                start(node, base, values);
            });
        }
    }

    /// The question stands in the form, not in a dialog, so that nothing else is blocked.
    private void ask(String host, Runnable allowed) {
        var yes = new Button(TEXTS.get("allow"));
        yes.setId("try-allow");
        yes.setOnAction(_ -> allowed.run());
        var no = new Button(TEXTS.get("deny"));
        no.setOnAction(_ -> below.getChildren().clear());
        Label question = Labels.muted(TEXTS.get("allow.question", host));
        below.getChildren().setAll(question, new HBox(6, yes, no));
        yes.requestFocus();
    }

    private void start(Node node, URI base, Map<String, Object> values) {
        below.getChildren().clear();
        progress.setVisible(true);
        send.setText(TEXTS.get("cancel"));
        String service = service();
        Set<String> hosts = Set.of(Objects.requireNonNull(base.getHost()));
        worker = Thread.ofVirtual().name("ivrea-try").start(() -> {
            Attempt attempt = Attempt.make(node, form.node(), service, base, hosts, values);
            Platform.runLater(() -> show(attempt));
        });
    }

    private void show(Attempt attempt) {
        worker = null;
        progress.setVisible(false);
        send.setText(TEXTS.get("send"));
        below.getChildren().setAll(new ReplyView(form, attempt));
    }

    private void wrong(String message) {
        below.getChildren().setAll(Marks.message(Severity.ERROR, message));
    }
}
