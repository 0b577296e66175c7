using System.CommandLine;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>A verb that needs the sources, so that the launcher does it; here it is listed, explained and found by its name.</summary>
internal sealed class CheckoutVerb : Command
{
    private CheckoutVerb(string name, string description)
        : base(name, description) =>
        SetAction(int (_) => throw CommandException.BadInput($"'{name}' needs the sources: call ./gauntlet {name} in a checkout."));

    public static CheckoutVerb Bench()
    {
        var verb = new CheckoutVerb("bench", "The benchmarks, each a ratio in one run.");
        verb.Add(new Argument<string?>("NAME") { Description = "A suite (sdk, server, simulator, training, gates) or one benchmark of it. Default: the headline of each.", Arity = ArgumentArity.ZeroOrOne });
        verb.Add(new Option<bool>("--json") { Description = "One JSON document on standard output and nothing else." });
        return verb;
    }

    public static CheckoutVerb Prove()
    {
        var verb = new CheckoutVerb("prove", "Planted-truth and kill experiments: what the product claims of itself, run and counted.");
        verb.Add(new Argument<string>("NAME") { Description = "Name of a proof, such as resume; 'gauntlet prove --help' in a checkout lists all." });
        return verb;
    }

    public static CheckoutVerb Test() => new("test", "All tests (what .ci/run calls); arguments go to 'dotnet test'.");
}
