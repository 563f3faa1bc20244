package org.ivrea.engine.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ivrea.engine.call.Operation.DialOutcome;
import org.ivrea.engine.call.Operation.QueueOutcome;
import org.ivrea.engine.call.Operation.SpeechOutcome;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.Stub;
import org.ivrea.flow.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallScriptParserTest {

    private static final String EVERYTHING = """
            # The caller asks for the balance.

            flow main-menu
            caller +49301234
            called 4000
            at 2026-03-02T10:00 Europe/Berlin
            language de
            channel tier = "gold \\"plus\\""
            seed 7
            stub http bank-api GET /accounts/* -> 200 {"balance": 12.5, "a": "  # }"} after 300ms
            stub http bank-api GET /xml -> 200 "<a/>" as text/xml
            stub http bank-api POST /cards -> timeout
            stub http bank-api DELETE /cards -> fail "connection refused" after 1s
            stub http bank-api PUT /cards -> 204
            stub dial agents -> busy  # answered after 4s for 60s
            stub dial * -> answered after 4s for 60s
            stub queue service -> exit-key 0 after 7s
            stub queue sales -> answered after 20s
            stub voicemail box -> left 8s
            stub voicemail * -> nothing
            stub conference room -> pin-failed
            stub conference other -> left after 90s
            stub speech ask-name -> "Anna Schmidt" 0.92
            stub speech other -> no-match
            stub record 4s
            stub record complaint -> nothing
            stub execute echo -> failed
            stub execute other -> ok after 3s
            stub transfer 100 -> failed
            stub draw survey-split -> 1
            stub clock hours -> 2026-03-01 23:59
            hear "press 1"
            press 1
            wait 1500ms
            press 12 34#  # 200 ms apart
            press #
            expect balance == 12.5
            hear /balance is .* euros\\/cents/
            hang up
            expect heard "twelve euros"
            expect not heard /agents?/
            expect exit == 3
            expect exit main-menu.balance
            expect not exit sub/menu.sales
            expect path welcome, main-menu, …, sub/bye
            expect cause NORMAL_CLEARING
            expect ended by transfer
            expect http bank-api POST /cards with "…"
            expect http bank-api GET /accounts/*
            expect log "done"
            expect tag survey-done
            """.replace("2026-03-02T10:00", "2026-03-02 10:00");

    private static ParsedScript parse(String text) {
        return CallScriptParser.parse("tests/a.call", text);
    }

    @Test
    void everyLineOfTheLanguageIsReadAndWrittenAsItWas() {
        ParsedScript parsed = parse(EVERYTHING);
        assertThat(parsed.problems()).isEmpty();
        assertThat(CallScriptWriter.write(parsed.script())).isEqualTo(EVERYTHING);
    }

    @Test
    void theDocumentedExampleIsAScript() throws IOException {
        String document = Files.readString(Path.of("../../docs/call-scripts.md"));
        String example = document.split("```\n")[1];
        assertThat(example).startsWith("# The caller");
        assertThat(parse(example).problems()).isEmpty();
        assertThat(CallScriptWriter.write(parse(example).script())).isEqualTo(example);
    }

    @Test
    void aScriptDescribesItsWorld() {
        CallScript script = parse(EVERYTHING).script();
        assertThat(script.flow()).isEqualTo("main-menu");
        assertThat(script.name()).isEqualTo("a");
        assertThat(script.world().info().caller()).isEqualTo("+49301234");
        assertThat(script.world().info().called()).isEqualTo("4000");
        assertThat(script.world().info().variables()).containsEntry("tier", "gold \"plus\"");
        assertThat(script.world().language()).isEqualTo("de");
        assertThat(script.world().seed()).isEqualTo(7);
        assertThat(script.world().start()).isEqualTo("2026-03-02T10:00+01:00[Europe/Berlin]");
        assertThat(script.world().stubs()).contains(
                new Stub("bank-api GET /accounts/*", new Answer.Http.Reply(200, "application/json",
                        "{\"balance\": 12.5, \"a\": \"  # }\"}", 300)),
                new Stub("bank-api GET /xml", new Answer.Http.Reply(200, "text/xml", "<a/>", 0)),
                new Stub("agents", new Answer.Dial(DialOutcome.BUSY, -1, 0)),
                new Stub("*", new Answer.Dial(DialOutcome.ANSWERED, 4_000, 60_000)),
                new Stub("service", new Answer.Queue(QueueOutcome.EXIT_KEY, '0', 7_000, 0)),
                new Stub("ask-name", new Answer.Speech(SpeechOutcome.SPEECH, "Anna Schmidt", 0.92)),
                new Stub("*", new Answer.Recording(4_000)), new Stub("survey-split", new Answer.Draw(0)),
                new Stub("hours", new Answer.Clock(LocalDateTime.of(2026, 3, 1, 23, 59))));
    }

    @Test
    void aNumberSignIsAKeyOrBeginsAComment() {
        CallScript script = parse("press 1 # 2#  # the end\nhear \"a  # b\"# c\n").script();
        assertThat(script.lines().getFirst()).isEqualTo(new CallScript.Line(1, new Statement.Press("1 # 2#"),
                "the end"));
    }

    @Test
    void windowsLineEndsAndByteOrderMarksAreNoMatter() {
        assertThat(parse("\uFEFFpress 1\r\nhang up\r\n").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "pres 1 | 1:1 | \"pres\" begins no line of a script; did you mean \"press\"?; there are flow,",
            "press 12x | 1:9 | \"x\" is no telephone key", "press | 1:6 | The keys are missing",
            "wait 2 | 1:6 | \"2\" is no time; write one such as 300ms, 1.5s or 2m", "wait 0s | 1:6 | takes time",
            "wait 25000m | 1:6 | up to a day", "wait | 1:5 | How long to wait, such as 2s, is missing",
            "hang on | 1:6 | Write \"hang up\"", "hear press 1 | 1:6 | between slashes",
            "hear \"press 1 | 1:6 | no closing quote", "hear \"a\\b\" | 1:8 | behind \\ only",
            "hear /a/b | 1:9 | \"b\" is too much here", "hear /a(/ | 1:6 | The pattern cannot be read",
            "hear /a | 1:6 | no closing slash", "hear \"…\" | 1:6 | no letter or digit",
            "hear \"a\" # b | 1:10 | put two blanks before a comment", "seed x | 1:6 | whole number, not \"x\"",
            "at 2026-02-30 10:00 | 1:4 | written like 2026-03-02 10:00 Europe/Berlin",
            "at 2026-02-20 10:00 Europe/Berln | 1:4 | Europe/Berln", "at 2026-02-20 | 1:14 | time of day",
            "channel tier | 1:9 | written like tier = \"gold\"", "channel tier = gold | 1:16 | in double quotes",
            "stub htp bank GET / -> 200 | 1:6 | \"htp\" cannot be stubbed; did you mean \"http\"?",
            "stub http bank GET / | 1:11 | the answer is missing; write ->",
            "stub dial -> busy | 1:11 | for is missing",
            "stub http bank / -> 200 | 1:11 | names service, method and path",
            "stub http bank GET / -> 99 | 1:25 | from 100 to 599",
            "stub http bank GET / -> 200 {\"a\": } | 1:35 | in double quotes",
            "stub http bank GET / -> 200 {\"a\": 1 | 1:29 | close it with }",
            "stub http bank GET / -> 200 afer 2s | 1:29 | \"afer 2s\" is too much here",
            "stub dial a -> busi | 1:16 | did you mean \"busy\"?", "stub dial a -> busy for 3s | 1:21 | too much here",
            "stub queue a -> exit-key 12 | 1:26 | no telephone key", "stub speech a -> \"b\" 1.5 | 1:22 | from 0 to 1",
            "stub draw a -> 0 | 1:16 | from 1 to 1000", "stub clock a -> 2026-03-01 25:00 | 1:17 | is no moment",
            "stub clock a -> now | 1:20 | 18:30", "stub record | 1:12 | the answer is missing",
            "stub voicemail a -> lef 3s | 1:21 | Write left 10s or nothing", "stub | 1:5 | What to stub",
            "expect | 1:7 | What is expected is missing", "expect exit menu | 1:13 | written NODE.EXIT",
            "expect path a b | 1:13 | parted by commas", "expect path | 1:12 | The path is missing",
            "expect ended caller | 1:14 | expect ended by", "expect ended by calller | 1:17 | did you mean \"caller\"?",
            "expect not a == 1 | 1:8 | !(…)", "expect http bank | 1:17 | The method"})
    void aBrokenLineIsExplainedWithItsPlace(String line, String position, String explanation) {
        List<Problem> problems = parse(line).problems();
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().toString()).startsWith("tests/a.call:" + position + ": error: ")
                .containsIgnoringCase(explanation).endsWith("[script-syntax]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hear \"a\"\nseed 7", "expect a == 1\nstub record 4s"})
    void whatIsSoFromTheBeginningStandsFirst(String text) {
        assertThat(parse(text).problems().toString()).contains("move this line up");
    }

    @Test
    void nobodyActsAfterHangingUp() {
        assertThat(parse("hang up\npress 1\nexpect a == 1").problems()).singleElement().asString()
                .contains("a.call:2:1").contains("only expect may follow");
    }

    @Test
    void oneFlowAnswers() {
        assertThat(parse("flow a\nflow b").problems()).singleElement().asString().contains("named twice");
    }

    @Test
    void aHugeScriptIsRefusedAndAFloodOfProblemsIsCut() {
        assertThat(parse(" ".repeat(CallScriptParser.MAX_LENGTH + 1)).problems()).hasSize(1);
        assertThat(parse("x\n".repeat(10_000)).problems()).hasSize(100);
    }

    @Test
    void eachActionCanBecomeTheCallersLast() {
        CallScript script = parse("seed 1\nhear \"a\"\nexpect b\npress 1\nexpect c").script();
        assertThat(script.hangingUpEverywhere()).extracting(CallScriptWriter::write).containsExactly(
                "seed 1\nhang up\n", "seed 1\nhear \"a\"\nhang up\n");
    }

    @Property
    void garbageGivesProblemsAndNothingElse(@ForAll("lines") String text) {
        ParsedScript parsed = parse(text);
        if (parsed.isComplete()) {
            assertThat(parse(CallScriptWriter.write(parsed.script())).script()).isEqualTo(parsed.script());
        } else {
            assertThat(parsed.problems()).allSatisfy(problem -> assertThat(problem.position()).isNotNull());
        }
    }

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> words = Arbitraries.of("stub", "http", "dial", "queue", "record", "speech", "draw", "hear",
                "press", "wait", "hang", "up", "expect", "heard", "not", "path", "exit", "->", "\"a\"", "\"", "/b/",
                "{",
                "}", "[1]", "200", "after", "for", "3s", "1", "a.b", "#", "  # x", "…", "=", "channel", "\\", "\n");
        return Arbitraries.oneOf(words.list().ofMaxSize(12).map(list -> String.join(" ", list)),
                Arbitraries.strings().ofMaxLength(60));
    }
}
