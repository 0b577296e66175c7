using System.CommandLine;
using Gauntlet.Domain.Input;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.Terminal;
using Gauntlet.Proofs;
using Gauntlet.Proofs.Sdk;

if (args is [LoadWorker.Verb, _, _, _, _, _]) return await LoadWorker.RunAsync(args);

var name = new Argument<string>("NAME") { Description = string.Join(" ", ProofSuite.All.Select(proof => $"{proof.Name}: {proof.Claim}")) };
var studies = Values.Number("--studies", 1, 1_000_000, "Experiments. Default: the proof's own number.");
var seed = Values.Number("--seed", 0, long.MaxValue, "Seed of everything that is drawn. Default: 1.");
var report = new Option<string?>("--report") { Description = "HTML file to write, where the proof draws one.", HelpName = "FILE" };
var json = new Option<bool>("--json") { Description = "One JSON document on standard output and nothing else." };
var root = new RootCommand("Planted-truth and kill experiments: what the product claims of itself, run and counted. Exit code 4 where a claim does not hold.") { name, studies, seed, report, json };
GlobalOptions.AddTo(root);
using var interrupt = new Interrupt();
var surroundings = Surroundings.OfProcess().WithWholeTables;
root.SetAction(async (parsed, cancellation) =>
{
    var screen = Screen.For(surroundings, GlobalOptions.From(parsed));
    var wanted = parsed.GetRequiredValue(name);
    var proof = ProofSuite.All.FirstOrDefault(one => one.Name == wanted)
        ?? throw CommandException.BadInput($"There is no proof '{wanted}'. {Nearest.Hint(wanted, [.. ProofSuite.Names])}");
    var request = new ProofRequest(
        (int?)parsed.GetValue(studies) ?? proof.DefaultStudies,
        parsed.GetValue(seed) ?? 1,
        parsed.GetValue(report) is { } file ? Path.GetFullPath(file, surroundings.Directory) : null,
        Environment.GetEnvironmentVariable("GAUNTLET_CHECKOUT") ?? surroundings.Directory,
        screen.Note);
    try
    {
        var outcome = await proof.RunAsync(request, cancellation);
        if (parsed.GetValue(json)) screen.WriteJson(outcome.Document);
        else
        {
            screen.Write(outcome.Table);
            screen.WriteLine(outcome.Holds ? new Cell("✓ holds", Ink.Pass) : new Cell("✕ does not hold", Ink.Fail), $"   {proof.Claim}");
        }

        return outcome.Holds ? ExitCodes.Done : ExitCodes.RequirementMissed;
    }
    catch (ProofSkippedException absent)
    {
        throw CommandException.Failed($"The proof '{proof.Name}' cannot be had here: {absent.Message}", absent);
    }
});
var call = root.Parse(args);
try
{
    if (call.Errors.Count > 0 && call.Action is not { ClearsParseErrors: true }) throw CommandException.BadInput(UsageErrors.Describe(call));
    return await call.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interrupt.Token);
}
catch (Exception error)
{
    return ErrorReport.Write(error, surroundings, interrupt.Token);
}
