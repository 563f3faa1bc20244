package org.ivrea.engine.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.simulation.AudioLengths;
import org.ivrea.engine.simulation.VirtualClock;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallScriptRunnerTest {

    /// 100 ms per character.
    private static final AudioLengths LENGTHS = audio -> audio instanceof Audio.Speech speech
            ? speech.text().length() * 100L
            : 1_000;

    /// Says the balance of an account, or connects with an agent.
    private static void bank(FakeEngine.Frame frame) {
        frame.perform(new Operation.Answer());
        frame.enter("welcome");
        frame.say("Welcome to the bank.");
        frame.leave("welcome", "next");
        frame.enter("menu");
        String key = frame.ask("For your balance, press 1. For an agent, press 10.", 1);
        frame.leave("menu", key.equals("1") ? "balance" : "agent");
        if (!key.equals("1")) {
            frame.enter("agents");
            frame.perform(new Operation.Dial(List.of(new Operation.DialTarget.Named("agents")),
                    Operation.DialOrder.SEQUENTIAL, 20_000, 0, null, List.of(), List.of(), null));
            return;
        }
        frame.enter("lookup");
        frame.perform(
                new Operation.HttpExchange("lookup", "bank", "GET", "/accounts/7", "/accounts/7", Map.of(), null,
                        "card=12", 3_000,
                        0, 1_000, List.of()));
        frame.set("balance", 12.5);
        frame.set("pin", "1234");
        frame.trace(new TraceEvent.Logged("info", "balance told", "told"));
        frame.enter("balance");
        frame.say("Your balance is twelve euros.");
    }

    private static ScriptResult run(FakeEngine.Flow flow, String text) {
        ParsedScript parsed = CallScriptParser.parse("tests/bank.call", text);
        assertThat(parsed.problems()).isEmpty();
        return new CallScriptRunner(new FakeEngine(flow), LENGTHS).run(parsed.script());
    }

    private static String failure(ScriptResult result) {
        ScriptFailure failure = Objects.requireNonNull(result.failure(), "the script passed");
        return failure.line() + " at " + failure.atMs() + ": " + failure.message();
    }

    private static List<Long> keyTimes(ScriptResult result) {
        return result.trace().stream().filter(timed -> timed.event() instanceof TraceEvent.KeyPressed)
                .map(TraceJson.Timed::atMs).toList();
    }

    @Test
    void aScriptThatIsRightPasses() {
        ScriptResult result = run(CallScriptRunnerTest::bank, """
                stub http bank GET /accounts/* -> 200 {"balance": 12.5} after 300ms
                hear "welcome to the BANK"
                expect path welcome
                expect not heard "press 1"
                hear "press 1"
                press 1
                hear /balance\\s+is .* euros/
                expect balance == 12.5
                expect http bank GET /accounts/* with "card"
                wait 50ms
                expect path …, lookup, balance
                expect exit menu.balance
                expect exit main/menu.balance
                expect not exit menu.agent
                expect log "told"
                expect tag told
                expect cause NORMAL_CLEARING
                expect ended by flow
                """);
        assertThat(result.failure()).isNull();
        assertThat(result.passed()).isTrue();
    }

    @Test
    void aPassedCallReadsAsAConversation() {
        ScriptResult result = run(CallScriptRunnerTest::bank, """
                stub http bank GET /accounts/* -> 200 {"balance": 12.5} after 300ms
                hear "press 1"
                press 1
                """);
        assertThat(result.transcript()).isEqualTo("""
                   0.0 s  FLOW    [answers]
                   0.0 s  FLOW    Welcome to the bank.
                   2.0 s  FLOW    For your balance, press 1. For an agent, press 10.
                   4.5 s  CALLER  presses 1 (interrupts)
                   4.5 s  FLOW    [http GET bank/accounts/7]
                   4.8 s          [http: 200]
                   4.8 s  FLOW    [log info: balance told, tag told]
                   4.8 s  FLOW    Your balance is twelve euros.
                   7.7 s  FLOW    hangs up (NORMAL_CLEARING)
                """);
        assertThat(result.durationMs()).isEqualTo(7_700);
        assertThat(keyTimes(result)).as("when \"press 1\" has just been spoken").containsExactly(4_500L);
    }

    @Test
    void aFailedCallShowsWhereItWentOtherwise() {
        ScriptResult result = run(CallScriptRunnerTest::bank, """
                stub dial agents -> busy
                hear "press 1"
                press 5
                hear "your balance"
                hang up
                """);
        assertThat(result.passed()).isFalse();
        assertThat(result.transcript()).isEqualTo("""
                   0.0 s  FLOW    [answers]
                   0.0 s  FLOW    Welcome to the bank.
                   2.0 s  FLOW    For your balance, press 1. For an agent, press 10.
                   4.5 s  CALLER  presses 5 (interrupts)
                   4.5 s  FLOW    [dial agents]
                   5.5 s          [dial: busy]
                   5.5 s  FLOW    hangs up (NORMAL_CLEARING)  <<< here
                          tests/bank.call:4: the caller waits to hear "your balance", but the call ended without it; \
                nothing was heard since
                """);
    }

    @Test
    void anExpectationAmongTheStepsFailsAtItsMoment() {
        ScriptResult result = run(CallScriptRunnerTest::bank, """
                stub http bank GET /accounts/* -> 200 {"balance": 12.5} after 300ms
                hear "press 1"
                press 1
                hear "balance is"
                expect balance == 99
                hang up
                """);
        assertThat(result.transcript()).isEqualTo("""
                   0.0 s  FLOW    [answers]
                   0.0 s  FLOW    Welcome to the bank.
                   2.0 s  FLOW    For your balance, press 1. For an agent, press 10.
                   4.5 s  CALLER  presses 1 (interrupts)
                   4.5 s  FLOW    [http GET bank/accounts/7]
                   4.8 s          [http: 200]
                   4.8 s  FLOW    [log info: balance told, tag told]
                   4.8 s  FLOW    Your balance is twelve euros.  <<< here
                          tests/bank.call:5: expected balance == 99, but balance is 12.5
                """);
        assertThat(result.trace().getLast().event()).isInstanceOf(TraceEvent.CallClosed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heard \"agent\" | the caller heard: \"Welcome to the bank. For your balance, press 1 Your",
            "not heard \"balance\" | but it is so", "exit menu.agent | the call left it by balance",
            "exit other.next | the call never left the node \"other\"",
            "path welcome, menu | it is welcome, menu, lookup",
            "path …, menu | it is welcome", "path main/menu, … | it is welcome",
            "cause USER_BUSY | it is NORMAL_CLEARING",
            "ended by caller | it was ended by flow", "http bank POST /x | requested: bank GET /accounts/7",
            "http bank GET /accounts/7 with \"no\" | with \"card=12\"", "log \"nothing\" | logged: \"balance told\"",
            "tag other | with the tag told", "balance == 1 | balance is 12.5", "pin == 1 | pin is ••••",
            "other == 1 | other is not set", "a ? b | cannot be read in the flow \"main\": \"?\" makes no sense"})
    void whatIsOtherwiseIsSaid(String expectationAndObjection) {
        int bar = expectationAndObjection.indexOf(" | ");
        ScriptResult result = run(CallScriptRunnerTest::bank, "stub http bank GET * -> 200\nhear \"press 1\"\npress 1\n"
                + "expect " + expectationAndObjection.substring(0, bar));
        assertThat(failure(result)).startsWith("4 at ").contains(expectationAndObjection.substring(bar + 3));
    }

    @Test
    void aCallThatIsUpHasNoCause() {
        ScriptResult result = run(CallScriptRunnerTest::bank,
                "hear \"press 1\"\nexpect cause NORMAL_CLEARING\nhang up");
        assertThat(failure(result)).isEqualTo("2 at 4500: expected cause NORMAL_CLEARING, but the call is still up");
    }

    @Test
    void expectationsBehindTheLastStepLookAtTheEnd() {
        ScriptResult result = run(CallScriptRunnerTest::bank, """
                hear "press 1"
                hang up
                expect ended by caller
                expect path welcome, menu
                expect heard "press 1"
                expect not heard "for an agent"
                """);
        assertThat(result.failure()).isNull();
        assertThat(result.transcript()).endsWith("""
                   4.5 s  CALLER  hangs up
                """).contains("[hangup handler of main]");
    }

    @Test
    void keysAreTwoTenthsOfASecondApartAndABlankIsASecond() {
        ScriptResult result = run(frame -> frame.ask("number", 9), """
                hear "number"
                press 12 34#
                press 5
                """);
        assertThat(keyTimes(result)).containsExactly(600L, 800L, 2_000L, 2_200L, 2_400L);
        assertThat(failure(result)).isEqualTo(
                "3 at 2400: the caller is about to press 5, but the call had ended before");
        assertThat(result.transcript()).contains("presses 1 (interrupts)").contains("presses 2 3 4 #");
    }

    @Test
    void numbersAreHeardAsAWhole() {
        ScriptResult result = run(frame -> frame.say("Press 10 now. Then press 1 or wait a while."),
                "hear \"press 1\"\npress 5");
        assertThat(keyTimes(result)).containsExactly(2_600L);
        assertThat(failure(run(frame -> frame.say("Press 10 now."), "hear \"press 1\"")))
                .contains("the call ended without it");
    }

    @Test
    void aHearLooksBehindThePreviousOne() {
        ScriptResult result = run(frame -> frame.say("one two one two"),
                "hear \"one\"\nhear \"one\"\npress 1\nhear \"two\"\npress 2");
        assertThat(keyTimes(result)).containsExactly(1_100L, 1_500L);
        assertThat(failure(run(frame -> frame.say("one two"), "hear \"two\"\nhear \"one\"\n")))
                .contains("waits to hear \"one\"");
    }

    @Test
    void theLastWordsOfACallAreHeard() {
        assertThat(run(frame -> frame.say("Goodbye."), "hear \"goodbye\"").failure()).isNull();
        ScriptResult left = run(frame -> frame.say("Goodbye."), "hear \"goodbye\"\nhang up\nexpect ended by caller");
        assertThat(left.failure()).isNull();
    }

    @Test
    void aTextMayGoAcrossItemsAndLineBreaks() {
        ScriptResult result = run(frame -> frame.perform(new Operation.Play(List.of(FakeEngine.Frame.speech("It is,"),
                FakeEngine.Frame.speech("twelve\n  euros")), Keys.NONE, true)), "hear \"it is twelve euros\"\npress 1");
        assertThat(keyTimes(result)).containsExactly(2_000L);
    }

    @Test
    void whatWasInterruptedIsNotHeard() {
        FakeEngine.Flow flow = frame -> {
            frame.ask("press 1 or wait for an agent", 1);
            frame.say("thanks");
        };
        ScriptResult result = run(flow, "hear \"press 1\"\npress 1\nhear \"agent\"");
        assertThat(failure(result)).contains("waits to hear \"agent\"").endsWith("heard since: \"thanks\"");
    }

    @Test
    void typingAheadNeedsNoPrompt() {
        ScriptResult result = run(CallScriptRunnerTest::bank,
                "stub http bank * * -> 200\npress 1\nhear \"balance is\"");
        assertThat(result.failure()).isNull();
        assertThat(result.transcript()).contains("presses •").doesNotContain("For your balance");
    }

    @Test
    void callersLosePatience() {
        FakeEngine.Flow endless = frame -> {
            while (frame.call.end() == null) {
                frame.say("please hold the line");
            }
        };
        assertThat(failure(run(endless, "hear \"goodbye\""))).startsWith(
                "1 at 600000: the caller waited 600s to hear \"goodbye\"");
    }

    @Test
    void aFlowThatHangsUpFirstIsADifference() {
        assertThat(failure(run(frame -> frame.say("bye"), "wait 1s\nhang up")))
                .isEqualTo("2 at 300: the caller is about to hang up, but the call had ended before");
    }

    @Test
    void aScriptNeedsAFlowThatExists() {
        ScriptResult result = run(CallScriptRunnerTest::bank, "flow other\nhang up");
        assertThat(failure(result)).contains("there is no flow \"other\"");
        assertThat(result.transcript()).startsWith("<<< here\n");
    }

    @Test
    void theSameScriptGivesTheSameTraceByteForByte() {
        String script = "stub http bank GET /accounts/* -> 200 after 300ms\nseed 3\nhear \"press 1\"\npress 1\n";
        assertThat(lines(run(CallScriptRunnerTest::bank, script)))
                .isEqualTo(lines(run(CallScriptRunnerTest::bank, script))).contains("\"callId\":\"bank\"");
    }

    private static String lines(ScriptResult result) {
        var text = new StringBuilder();
        result.trace().forEach(timed -> text.append(TraceJson.write(timed.atMs(), timed.event())).append('\n'));
        return text.toString();
    }

    @Test
    void aCallCanBeWatched() {
        List<TraceJson.Timed> watched = new ArrayList<>();
        ScriptResult result = new CallScriptRunner(new FakeEngine(CallScriptRunnerTest::bank), LENGTHS).run(
                CallScript.of("tests/a.call", List.of(new Statement.HangUp())), VirtualClock.INSTANCE,
                (atMs, event) -> watched.add(new TraceJson.Timed(atMs, event)));
        assertThat(watched).isEqualTo(result.trace()).isNotEmpty();
    }

    @Test
    void aCallIsCoveredByItsTrace() {
        ScriptResult result = run(CallScriptRunnerTest::bank, "stub http bank * * -> 200\nhear \"press 1\"\npress 1");
        var ways = Map.of("main", new Coverage.FlowWays(Map.of("welcome", List.of("next"), "menu",
                List.of("balance", "agent"), "balance", List.of(), "agents", List.of()), List.of("hangup")));
        Coverage.Report report = result.coverage().report(ways);
        assertThat(report.declared()).isEqualTo(6);
        assertThat(report.taken()).isEqualTo(3);
        assertThat(report.percent()).isEqualTo(50);
        assertThat(report.missing()).extracting(Coverage.Way::toString).containsExactly("main: hangup handler",
                "main/agents", "main/menu.agent");
        ScriptResult other = run(CallScriptRunnerTest::bank, "hear \"press 1\"\npress 2\nhear /x/");
        ScriptResult left = run(CallScriptRunnerTest::bank, "hang up");
        Coverage all = result.coverage().plus(other.coverage()).plus(left.coverage());
        assertThat(all.report(ways).percent()).isEqualTo(100);
        assertThat(all.count(new Coverage.Way("main", "welcome", ""))).isEqualTo(3);
        assertThat(Coverage.NONE.report(Map.of()).percent()).isEqualTo(100);
    }
}
