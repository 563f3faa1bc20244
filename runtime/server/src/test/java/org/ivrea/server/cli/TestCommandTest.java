package org.ivrea.server.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.server.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

import static org.assertj.core.api.Assertions.assertThat;

class TestCommandTest {
    private static final String BUSY = """
            at 2026-03-02 10:00 Europe/Berlin
            stub dial office -> busy
            hear "press 1"
            press 1
            hear "Somebody will be with you"
            """;

    @TempDir private Path folder;

    @Test
    void scriptsThatPassAreListedWithTheExitsTheyTake() {
        Run run = Run.of("test", Projects.good(folder));
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("ok      tests/closed.call", "7 call scripts: 7 passed",
                "Exits taken: 100 % (20 of 20)", "front-desk  100 %").doesNotContain("not taken");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aScriptThatFailsIsShownAsAConversation() {
        Path project = Projects.good(folder);
        Projects.write(project, "tests/busy.call", BUSY);
        Run run = Run.of("test", project);
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(run.out()).contains("FAILED  tests/busy.call", "FLOW    Welcome to our office.",
                "CALLER  presses 1", "<<< here", "tests/busy.call:5: ", "Somebody will be with you",
                "8 call scripts: 7 passed, 1 failed");
    }

    @Test
    void aScriptThatCannotBeReadFails() {
        Path project = Projects.good(folder);
        Projects.write(project, "tests/broken.call", "hear \"press 1\"\npres 1\n");
        Run run = Run.of("test", project);
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(run.out()).contains("FAILED  tests/broken.call", "tests/broken.call:2: ",
                "did you mean \"press\"?");
    }

    @Test
    void scriptsOfAFlowWithErrorsFailAndSayWhy() {
        Path project = Projects.changed(folder, Projects.FLOW, "\"left\": \"goodbye\"", "\"left\": \"godbye\"");
        Run run = Run.of("test", project);
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(run.out()).contains("[exit-dangling]", "the flow \"front-desk\" has errors", "7 failed");
    }

    @Test
    void aProjectWithBrokenSettingsIsShownAndNotRun() {
        Path project = Projects.good(folder);
        Projects.write(project, "project.json", "{");
        Run run = Run.of("test", project);
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(run.out()).contains("project.json:1:").doesNotContain("passed");
    }

    @Test
    void scriptsCanBeChosen() {
        Path project = Projects.good(folder);
        Run run = Run.of("test", project, "closed", "tests/wrong-keys.call", "no*");
        assertThat(run.out()).contains("4 call scripts: 4 passed", "not taken: front-desk/office-hours.holiday");
        Run unknown = Run.of("test", project, "clsoed");
        assertThat(unknown.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(unknown.err()).contains("no call script \"clsoed\"", "leave-a-message").hasLineCount(1);
    }

    @Test
    void tooFewExitsFailWhenSomeMustBeTaken() {
        Path project = Projects.good(folder);
        assertThat(Run.of("test", project, "--min-coverage", 100).code()).isEqualTo(ExitCode.OK);
        Run run = Run.of("test", project, "closed", "--min-coverage", 90);
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(run.out()).containsPattern("Too few exits are taken: [0-9]+ % of the 90 % wanted");
        assertThat(Run.of("test", project, "--min-coverage", 101).err()).contains("from 0 to 100");
        assertThat(Run.of("test", project, "--min-coverage", "all").code()).isEqualTo(ExitCode.UNABLE);
    }

    @Test
    void buildServersGetXml() throws IOException, ParserConfigurationException, SAXException {
        Path project = Projects.good(folder);
        Projects.write(project, "tests/busy.call", BUSY.replace("Somebody", "<Some> &body"));
        Path report = folder.resolve("reports/ivrea.xml");
        assertThat(Run.of("test", project, "--junit", report).code()).isEqualTo(ExitCode.FOUND);
        Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(Files.readAllBytes(report))).getDocumentElement();
        assertThat(suite.getAttribute("name")).isEqualTo("Desk");
        assertThat(suite.getAttribute("tests")).isEqualTo("8");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(8);
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).startsWith("line 5: ").contains("<Some> &body");
        assertThat(failure.getTextContent()).contains("Welcome to our office.");
    }

    @Test
    void aReportThatCannotBeWrittenIsOneMessage() {
        Run run = Run.of("test", Projects.good(folder), "--junit", folder);
        assertThat(run.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(run.err()).contains("The report " + folder + " cannot be written").hasLineCount(1);
    }

    @Test
    void programsGetJson() {
        Path project = Projects.good(folder);
        Projects.write(project, "tests/busy.call", BUSY);
        Run run = Run.of("test", project, "--json");
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(JsonReader.read(run.out().getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT).problems())
                .isEmpty();
        assertThat(run.out()).contains("\"passed\": 7", "\"failed\": 1", "\"file\": \"tests/busy.call\"",
                "\"line\": 5", "\"percent\": 100", "\"front-desk\": {");
    }

    @Test
    void whatFailsAfterAHangUpIsFound() {
        Path project = Projects.changed(folder, Projects.FLOW, "\"start\": \"welcome\"", """
                "start": "welcome",
                  "variables": { "calls": { "type": "int", "initial": 0 } }""");
        Projects.change(project, Projects.FLOW, "  \"layout\": {", """
                "handlers": { "hangup": "farewell" },
                "layout": {""");
        Projects.change(project, Projects.FLOW, "    \"goodbye\": {", """
                "farewell": {
                  "type": "set",
                  "assignments": [ { "variable": "calls", "value": "1 / calls" } ],
                  "exits": { "next": null }
                },
                "goodbye": {""");
        assertThat(Run.of("test", project, "closed").code()).isEqualTo(ExitCode.OK);
        Run run = Run.of("test", project, "closed", "--hang-ups");
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(run.out()).contains("FAILED  tests/closed.call (hangs up in line 5)",
                "tests/closed.call:5: after the hang-up, the node \"farewell\" fails: ");
        Projects.change(project, Projects.FLOW, "1 / calls", "calls + 1");
        assertThat(Run.of("test", project, "closed", "--hang-ups").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aProjectWithoutScriptsHasNothingToRun() throws IOException {
        Path project = Projects.good(folder);
        for (Path script : Files.newDirectoryStream(project.resolve("tests"))) {
            Files.delete(script);
        }
        Run run = Run.of("test", project);
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("0 call scripts: 0 passed", "Exits taken: 0 %");
    }
}
