using System.CommandLine;
using Gauntlet.Benchmarks;
using Gauntlet.Benchmarks.Sdk;
using Gauntlet.Benchmarks.Server.Load;
using Gauntlet.Domain.Input;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.Terminal;

if (args is [ServerProgram.Verb]) return await ServerProgram.RunAsync();
if (args is [WorkerProgram.Verb, _, _, ..]) return await WorkerProgram.RunAsync(args);
if (args is [ServeProgram.Verb, ..]) return await ServeProgram.RunAsync(args);

var name = new Argument<string?>("NAME") { Description = $"A suite or a benchmark: {string.Join(", ", BenchmarkSuite.Names)}. Default: {string.Join(", ", BenchmarkSuite.Headline)}.", Arity = ArgumentArity.ZeroOrOne };
var json = new Option<bool>("--json") { Description = "One JSON document on standard output and nothing else." };
var root = new RootCommand("The benchmarks, each a ratio in one run.") { name, json };
GlobalOptions.AddTo(root);
using var interrupt = new Interrupt();
var surroundings = Surroundings.OfProcess().WithWholeTables;
root.SetAction(async (parsed, cancellation) =>
{
    var screen = Screen.For(surroundings, GlobalOptions.From(parsed));
    if (parsed.GetValue(name) is { } wanted && !BenchmarkSuite.Names.Contains(wanted))
        throw CommandException.BadInput($"There is no benchmark '{wanted}'. {Nearest.Hint(wanted, [.. BenchmarkSuite.Names])}");

    var checkout = Environment.GetEnvironmentVariable("GAUNTLET_CHECKOUT") ?? surroundings.Directory;
    var results = new List<BenchmarkResult>();
    var skipped = new SortedDictionary<string, string>(StringComparer.Ordinal);
    foreach (var benchmark in BenchmarkSuite.Of(parsed.GetValue(name)))
    {
        screen.Note($"{benchmark.Name} …");
        try
        {
            results.AddRange(await benchmark.RunAsync(checkout, cancellation));
        }
        catch (BenchmarkSkippedException absent)
        {
            skipped.Add(benchmark.Name, absent.Message);
        }
    }

    if (parsed.GetValue(json))
    {
        screen.WriteJson(new { results, skipped });
        return ExitCodes.Done;
    }

    var table = new TextTable("benchmark", "ours", "baseline", "ratio", "unit");
    foreach (var result in results)
        table.Add(result.Name, Cell.Number($"{result.Value:N1}"), Cell.Number($"{result.Baseline:N1}"), Cell.Number($"{result.Ratio:N2}"), result.Unit);
    if (!table.IsEmpty) screen.Write(table);
    foreach (var (benchmark, why) in skipped) screen.WriteLine($"○ {benchmark} skipped: {why}");
    return ExitCodes.Done;
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
