namespace Gauntlet.Host.Tests.Launcher;

public class LauncherTests
{
    [SkippableFact]
    public void Launcher_FirstCall_BuildsThenRunsInTheCallersFolder()
    {
        using var checkout = Checkout();

        var (code, output, error) = checkout.Run("gauntlet", ["data", "check", "bars.csv"]);

        code.ShouldBe(0);
        checkout.Calls.Count.ShouldBe(3);
        checkout.Calls[0].ShouldStartWith("restore ");
        checkout.Calls[1].ShouldStartWith("build ");
        checkout.Calls[2].ShouldEndWith("gauntlet.dll data check bars.csv");
        output.Trim().ShouldBe($"ran in {checkout.PathOf("src")} with home {checkout.PathOf(".gauntlet")}");
        error.Trim().Split('\n').ShouldHaveSingleItem().ShouldStartWith("gauntlet: building gauntlet, once after a change … done in ");
    }

    [SkippableFact]
    public void Launcher_SecondCall_BuildsNothingAndSaysNothing()
    {
        using var checkout = Checkout();
        checkout.Run("gauntlet", ["--help"]);

        var (_, _, error) = checkout.Run("gauntlet", ["--help"]);

        checkout.Calls.Count(call => call.StartsWith("build ", StringComparison.Ordinal)).ShouldBe(1);
        error.ShouldBeEmpty();
    }

    [SkippableFact]
    public void Launcher_ChangedSource_BuildsAgain()
    {
        using var checkout = Checkout();
        checkout.Run("gauntlet", ["--help"]);
        checkout.Write("workflows/New.cs", "class New;");

        checkout.Run("gauntlet", ["--help"]);

        checkout.Calls.Count(call => call.StartsWith("build ", StringComparison.Ordinal)).ShouldBe(2);
    }

    [SkippableFact]
    public void Launcher_FilesOfABuild_AreNoSources()
    {
        using var checkout = Checkout();
        checkout.Run("gauntlet", ["--help"]);
        Directory.CreateDirectory(checkout.PathOf("src/Gauntlet.Host/obj"));
        checkout.Write("src/Gauntlet.Host/obj/project.assets.json", "{}");

        checkout.Run("gauntlet", ["--help"]);

        checkout.Calls.Count(call => call.StartsWith("build ", StringComparison.Ordinal)).ShouldBe(1);
    }

    [SkippableFact]
    public void Launcher_FailedBuild_ShowsItsErrorsAndRunsNothing()
    {
        using var checkout = Checkout();

        var (code, output, error) = checkout.Run("gauntlet", ["status"], ("STUB_FAILS", "1"));

        code.ShouldBe(1);
        output.ShouldBeEmpty();
        error.ShouldContain("error CS1002");
        error.ShouldContain("the build failed; all of it is in ");
        checkout.Calls.ShouldAllBe(call => !call.Contains("gauntlet.dll", StringComparison.Ordinal));
        checkout.Run("gauntlet", ["status"]).ExitCode.ShouldBe(0);
    }

    [SkippableFact]
    public void Launcher_GivenHome_IsMadeAbsoluteAndHoldsTheBuild()
    {
        using var checkout = Checkout();

        var (_, output, _) = checkout.Run("gauntlet", ["status"], ("GAUNTLET_HOME", "own"));

        output.Trim().ShouldEndWith($"with home {checkout.PathOf("src/own")}");
        Directory.Exists(checkout.PathOf("src/own/build")).ShouldBeTrue();
    }

    [SkippableFact]
    public void Launcher_Bench_BuildsAndRunsTheBenchmarks()
    {
        using var checkout = Checkout();

        checkout.Run("gauntlet", ["bench", "tpe", "--json"]).ExitCode.ShouldBe(0);

        checkout.Calls[^1].ShouldEndWith("Gauntlet.Benchmarks.dll tpe --json");
    }

    private static FakeCheckout Checkout()
    {
        Skip.If(OperatingSystem.IsWindows(), "the launcher is a bash script");
        return new();
    }
}
