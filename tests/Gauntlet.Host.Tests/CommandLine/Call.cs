using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;

namespace Gauntlet.Host.Tests.CommandLine;

/// <summary>One call of the command line with actions that only remember their options.</summary>
internal sealed class Call
{
    private Call()
    {
    }

    public object? Options { get; private set; }

    public Invocation? Invocation { get; private set; }

    public int ExitCode { get; private set; }

    public string Output { get; private set; } = string.Empty;

    public string Error { get; private set; } = string.Empty;

    public static Task<Call> OfAsync(params string[] args) => WithAsync(_ => ExitCodes.Done, args);

    public static async Task<Call> WithAsync(Func<object, int> behave, params string[] args)
    {
        var call = new Call();
        using var folder = new TemporaryFolder();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = new Surroundings { Output = output, Error = error, Directory = folder.Path, Home = folder.Path, Environment = new Dictionary<string, string>() };
        call.ExitCode = await Entry.RunAsync(args, surroundings, call.Actions(behave), CancellationToken.None);
        call.Output = output.ToString();
        call.Error = error.ToString();
        return call;
    }

    private VerbActions Actions(Func<object, int> behave) => new VerbActions()
        .Add(Remember<RunOptions>(behave))
        .Add(Remember<UpOptions>(behave))
        .Add(Remember<WorkerOptions>(behave))
        .Add(Remember<ServerOptions>(behave))
        .Add(Remember<StatusOptions>(behave))
        .Add(Remember<ShowOptions>(behave))
        .Add(Remember<StopOptions>(behave))
        .Add(Remember<ResumeOptions>(behave))
        .Add(Remember<DataCheckOptions>(behave));

    private VerbAction<TOptions> Remember<TOptions>(Func<object, int> behave) => (options, invocation, _) =>
    {
        Options = options;
        Invocation = invocation;
        return Task.FromResult(behave(options!));
    };
}
