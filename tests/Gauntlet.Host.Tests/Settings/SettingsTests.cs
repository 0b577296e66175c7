using Gauntlet.Host.CommandLine;
using Gauntlet.Host.Settings;

namespace Gauntlet.Host.Tests.Settings;

public class SettingsTests
{
    [Fact]
    public void Read_NothingConfigured_GivesDefaults() => Read(null, []).ShouldBe(new GauntletSettings());

    [Fact]
    public void Read_FileBesideTheCall_IsTaken()
    {
        var settings = Read("""{ "run": { "trials": 50, "market": "synthetic:noise", "pace": "10080" }, /* why not */ "server": { "port": 0 }, }""", []);

        settings.Run.ShouldBe(new RunSettings { Trials = 50, Market = "synthetic:noise", Pace = "10080" });
        settings.Server.Port.ShouldBe(0);
    }

    [Fact]
    public void Read_Environment_OverridesTheFile()
    {
        var settings = Read("""{ "run": { "trials": 50, "seed": 3 } }""", new() { ["GAUNTLET__Run__Trials"] = "60", ["GAUNTLET_HOME"] = "elsewhere" });

        settings.Run.ShouldBe(new RunSettings { Trials = 60, Seed = 3 });
    }

    [Theory]
    [InlineData("""{ "run": { "trails": 50 } }""", "'run.trails' in FILE is no setting. Did you mean 'trials'?")]
    [InlineData("""{ "rnu": { "trials": 50 } }""", "'rnu' in FILE is no setting. Did you mean 'run'?")]
    [InlineData("""{ "rnu": { } }""", "'rnu' in FILE is no setting. Did you mean 'run'?")]
    [InlineData("""{ "run": { "trials": 5 } }""", "'run.trials' in FILE is '5'. Give a whole number from 10 to 100000.")]
    [InlineData("""{ "run": { "trials": "many" } }""", "'run.trials' in FILE is 'many'. Give a whole number.")]
    [InlineData("""{ "run": { "sampler": "gird" } }""", "'run.sampler' in FILE is 'gird'. Give one of: auto, cmaes, cmaes-separable, gp, grid, halton, nsga2, random, sobol, tpe, tpe-univariate.")]
    [InlineData("""{ "worker": { "pace": "fast" } }""", "'worker.pace' in FILE is 'fast'. Give 'skip' or a factor of at least 1.")]
    [InlineData("""{ "run": 5 }""", "'run' in FILE is a section. Give its keys:")]
    [InlineData("""{ "run": { "trials": { "many": 1 } } }""", "'run.trials' in FILE is a section of keys. Give a single value.")]
    [InlineData("""{ "run": { "trials": [1] } }""", "'run.trials' in FILE is a list.")]
    [InlineData("""[1]""", "FILE holds no JSON object.")]
    [InlineData("{\n  \"run\" }", "FILE, line 2: this is no JSON.")]
    public void Read_WrongFile_NamesKeyValueAndRemedy(string json, string message)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("gauntlet.json", json);

        var error = Should.Throw<CommandException>(() => SettingsFile.Read(Around(folder, []), null));

        error.ExitCode.ShouldBe(ExitCodes.BadInput);
        error.Message.ShouldStartWith(message.Replace("FILE", file, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WrongVariable_NamesIt()
    {
        var error = Should.Throw<CommandException>(() => Read(null, new() { ["GAUNTLET__Server__Prot"] = "1" }));

        error.Message.ShouldStartWith("'Server.Prot' in the environment variable GAUNTLET__Server__Prot is no setting. Did you mean 'port'?");
    }

    [Fact]
    public void Read_NamedFileMissing_IsRefused()
    {
        using var folder = new TemporaryFolder();

        var error = Should.Throw<CommandException>(() => SettingsFile.Read(Around(folder, []), "other.json"));

        error.Message.ShouldBe("--config names 'other.json', which does not exist. Create it or leave --config out.");
    }

    private static GauntletSettings Read(string? json, Dictionary<string, string> environment)
    {
        using var folder = new TemporaryFolder();
        if (json is not null) folder.Write("gauntlet.json", json);
        return SettingsFile.Read(Around(folder, environment), null);
    }

    private static Surroundings Around(TemporaryFolder folder, Dictionary<string, string> environment) =>
        new() { Output = TextWriter.Null, Error = TextWriter.Null, Directory = folder.Path, Home = folder.Path, Environment = environment };
}
