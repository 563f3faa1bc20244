package org.ivrea.designer.call;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ivrea.designer.simulation.CallSetup;
import org.ivrea.designer.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/// Who calls whom, when, and with what: filled in before a call.
final class SetupForm extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter READ_TIME = DateTimeFormatter.ofPattern("H:mm[:ss]");

    private final Workspace workspace;
    private final ComboBox<String> flow = new ComboBox<>();
    private final TextField caller = new TextField("+49301234567");
    private final TextField called = new TextField("4000");
    private final ComboBox<String> language = new ComboBox<>();
    private final CheckBox now = new CheckBox(PhoneTexts.TEXT.get("setup.now"));
    private final DatePicker date = new DatePicker();
    private final TextField time = new TextField();
    private final ComboBox<String> zone = new ComboBox<>();
    private final TextArea channel = new TextArea();
    private final TextField seed = new TextField("0");
    private final Label problem = Parts.label("", "ivrea-error", "ivrea-small");

    SetupForm(Workspace workspace) {
        this.workspace = workspace;
        setId("call-setup");
        getStyleClass().add("call-setup");
        flow.setMaxWidth(Double.MAX_VALUE);
        language.setMaxWidth(Double.MAX_VALUE);
        zone.setEditable(true);
        zone.setMaxWidth(Double.MAX_VALUE);
        zone.getItems().setAll(new TreeSet<>(ZoneId.getAvailableZoneIds()));
        date.setPrefWidth(150);
        time.setPrefColumnCount(5);
        channel.setPrefRowCount(2);
        channel.setPromptText("tier = gold");
        ids();
        getChildren().addAll(
                row("setup.flow", flow),
                pair(row("setup.caller", caller), row("setup.called", called)),
                row("setup.language", language),
                row("setup.start", now),
                pair(date, time),
                zone,
                row("setup.channel", channel),
                row("setup.seed", seed),
                problem);
        now.selectedProperty().addListener((_, _, isNow) -> {
            date.setDisable(isNow);
            time.setDisable(isNow);
        });
        problem.setWrapText(true);
        Parts.show(problem, false);
        defaults();
    }

    private void ids() {
        flow.setId("setup-flow");
        caller.setId("setup-caller");
        called.setId("setup-called");
        language.setId("setup-language");
        now.setId("setup-now");
        date.setId("setup-date");
        time.setId("setup-time");
        zone.setId("setup-zone");
        channel.setId("setup-channel");
        seed.setId("setup-seed");
    }

    private void defaults() {
        String wanted = workspace.project().settings().timeZone();
        ZonedDateTime start = ZonedDateTime.now(zoneOf(wanted).orElse(ZoneId.systemDefault()));
        zone.setValue(start.getZone().getId());
        date.setValue(start.toLocalDate());
        time.setText(TIME.format(start));
        now.setSelected(true);
        refresh();
    }

    private static Optional<ZoneId> zoneOf(@Nullable String id) {
        try {
            return id == null || id.isBlank() ? Optional.empty() : Optional.of(ZoneId.of(id.strip()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Node row(String key, Node field) {
        Label label = Parts.label(PhoneTexts.TEXT.get(key), "ivrea-muted", "ivrea-small");
        label.setLabelFor(field);
        return new VBox(2, label, field);
    }

    private static Node pair(Node left, Node right) {
        return new HBox(8, left, right);
    }

    /// The flows and languages that there are now.
    void refresh() {
        List<String> flows = List.copyOf(workspace.project().flows().keySet());
        String chosen = flow.getValue();
        if (!flow.getItems().equals(flows)) {
            flow.getItems().setAll(flows);
        }
        String main = workspace.project().settings().main();
        flow.setValue(chosen != null && flows.contains(chosen)
                ? chosen
                : main != null && flows.contains(main)
                        ? main
                        : flows.isEmpty() ? null : flows.getFirst());
        List<String> languages = workspace.project().settings().languages();
        if (!language.getItems().equals(languages)) {
            language.getItems().setAll(languages);
            language.setValue(languages.isEmpty() ? null : languages.getFirst());
        }
    }

    void choose(String name) {
        flow.setValue(name);
    }

    /// The set-up as it is written; empty, and said why, when something in it is wrong.
    Optional<CallSetup> read() {
        try {
            CallSetup setup = setup();
            Parts.show(problem, false);
            return Optional.of(setup);
        } catch (IllegalArgumentException e) {
            problem.setText(e.getMessage());
            Parts.show(problem, true);
            return Optional.empty();
        }
    }

    private CallSetup setup() {
        String name = flow.getValue();
        if (name == null) {
            throw wrong("setup.no-flow");
        }
        ZoneId at = zoneOf(zone.getValue()).orElseThrow(() -> wrong("setup.wrong-zone"));
        long chance;
        try {
            chance = seed.getText().isBlank() ? 0 : Long.parseLong(seed.getText().strip());
        } catch (NumberFormatException _) {
            throw wrong("setup.wrong-seed");
        }
        return new CallSetup(name, caller.getText().strip(), called.getText().strip(), language.getValue(), start(at),
                variables(), chance);
    }

    private ZonedDateTime start(ZoneId at) {
        if (now.isSelected()) {
            return ZonedDateTime.now(at).truncatedTo(ChronoUnit.SECONDS);
        }
        LocalDate day = date.getValue();
        try {
            LocalTime hour = LocalTime.parse(time.getText().strip(), READ_TIME);
            if (day != null) {
                return ZonedDateTime.of(day, hour, at);
            }
        } catch (DateTimeException _) {
            throw wrong("setup.wrong-time");
        }
        throw wrong("setup.wrong-date");
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String line : channel.getText().lines().filter(it -> !it.isBlank()).toList()) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw wrong("setup.wrong-channel");
            }
            variables.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        }
        return variables;
    }

    private static IllegalArgumentException wrong(String key) {
        return new IllegalArgumentException(PhoneTexts.TEXT.get(key));
    }
}
