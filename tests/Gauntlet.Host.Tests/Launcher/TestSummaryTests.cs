namespace Gauntlet.Host.Tests.Launcher;

public class TestSummaryTests
{
    private const string Results = """
        <?xml version="1.0" encoding="utf-8"?>
        <TestRun>
          <Results>
            <UnitTestResult executionId="1" testId="1" testName="A.Of_Case_Works" outcome="Passed" />
            <UnitTestResult executionId="2" testId="2" testName="A.Of_Server_IsAsked" outcome="NotExecuted">
              <Output>
                <StdOut>../shared/temporal is absent</StdOut>
              </Output>
            </UnitTestResult>
          </Results>
          <ResultSummary outcome="Completed">
            <Counters total="2" executed="1" passed="1" failed="0" error="0" timeout="0" aborted="0" notExecuted="0" />
          </ResultSummary>
        </TestRun>
        """;

    [SkippableFact]
    public void Test_PassedAndSkipped_EndsWithTheSumAfterTheReasons()
    {
        using var checkout = Checkout(Results);

        var (code, output, _) = checkout.Run("gauntlet", ["test"]);

        code.ShouldBe(0);
        output.TrimEnd().Split('\n').ShouldBe(["skipped 1: ../shared/temporal is absent", "1 passed, 0 failed, 1 skipped"]);
    }

    [SkippableFact]
    public void Test_Failure_IsNamedAndGivesExitCode1()
    {
        using var checkout = Checkout(Results.Replace("outcome=\"Passed\"", "outcome=\"Failed\"", StringComparison.Ordinal).Replace("passed=\"1\" failed=\"0\"", "passed=\"0\" failed=\"1\"", StringComparison.Ordinal));

        var (code, output, _) = checkout.Run(".ci/run", [], ("STUB_TEST_CODE", "1"));

        code.ShouldBe(1);
        output.ShouldContain("failed: A.Of_Case_Works");
        output.TrimEnd().ShouldEndWith("0 passed, 1 failed, 1 skipped");
    }

    [SkippableFact]
    public void Test_BuildThatFails_IsNoSuccess()
    {
        using var checkout = Checkout(results: null);

        var (code, output, _) = checkout.Run("gauntlet", ["test"], ("STUB_TEST_CODE", "1"));

        code.ShouldBe(1);
        output.TrimEnd().ShouldEndWith("no test has run\n0 passed, 0 failed, 0 skipped");
    }

    private static FakeCheckout Checkout(string? results)
    {
        Skip.If(OperatingSystem.IsWindows(), "the launcher is a bash script");
        var checkout = new FakeCheckout();
        if (results is not null) checkout.Write("results/one.trx", results);
        return checkout;
    }
}
