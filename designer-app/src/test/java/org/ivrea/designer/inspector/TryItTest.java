package org.ivrea.designer.inspector;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// An HTTP request is tried by hand, against a service on this machine.
class TryItTest extends InspectorFixture {
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer service;

    @BeforeEach
    void serve() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            byte[] reply = "{ \"account\": { \"balance\": 12.5, \"owner\": \"Ann\" } }"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stopServing() {
        service.stop(0);
    }

    private String address() {
        return "http://localhost:" + service.getAddress().getPort();
    }

    private void open() {
        await(() -> project.workspace().analysis().revision() == project.workspace().revision());
        select("http");
        TitledPane pane = lookup("#try-pane").query();
        interact(() -> pane.setExpanded(true));
        await(() -> lookup("#try-send").tryQuery().isPresent() && lookup("#try-pin").tryQuery().isPresent());
    }

    /// By keyboard: what is far below need not be scrolled to.
    private void type(String field, String text) {
        interact(() -> lookup("#" + field).query().requestFocus());
        retype(text);
    }

    private void press(String button) {
        Node control = lookup("#" + button).query();
        interact(control::requestFocus);
        push(KeyCode.SPACE);
    }

    private boolean shows(String id) {
        return lookup("#" + id).tryQuery().isPresent();
    }

    @Test
    void nothingIsSentBeforeTheHostIsAllowedAndTheReplyGivesOutputs() {
        open();
        type("try-address", address());
        type("try-digits", "4711");
        type("try-pin", "1234");
        press("try-send");
        await(() -> shows("try-allow"));
        assertThat(requests).isEmpty();

        press("try-allow");
        await(() -> shows("try-status"));
        assertThat(lookup("#try-status").<Label>query().getText()).contains("200");
        assertThat(requests).containsExactly("POST /accounts/4711?expand=cards { \"pin\": \"1234\" }");

        TreeView<?> tree = lookup("#reply-tree").query();
        interact(() -> {
            tree.requestFocus();
            tree.getSelectionModel().selectFirst();
        });
        push(KeyCode.DOWN);
        push(KeyCode.RIGHT);
        push(KeyCode.DOWN);
        push(KeyCode.DOWN);
        press("try-take");
        assertThat(field("http", "outputs").toString()).contains("/account/owner");
        undoAll();
    }

    @Test
    void aWrongAddressAndAServiceThatDoesNotAnswerAreSaidInWords() {
        open();
        type("try-address", "not an address");
        press("try-send");
        await(() -> says("address"));

        int nobody = service.getAddress().getPort();
        stopServing();
        type("try-address", "http://127.0.0.1:" + nobody);
        press("try-send");
        await(() -> shows("try-allow"));
        press("try-allow");
        await(() -> shows("try-reply"));
        String said = lookup("#try-reply .label").<Label>queryAll().stream().map(Label::getText).toList().toString();
        assertThat(said).doesNotContain("Exception").doesNotContain("null").hasSizeGreaterThan(20);
        assertThat(project.workspace().isDirty()).isFalse();
    }
}
