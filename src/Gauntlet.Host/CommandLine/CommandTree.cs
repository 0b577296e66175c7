using System.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;

namespace Gauntlet.Host.CommandLine;

/// <summary>The whole command line: every verb in the order in which help lists it.</summary>
internal static class CommandTree
{
    public static RootCommand Create(VerbContext context)
    {
        var root = new RootCommand("Gauntlet takes trading strategies from training through three gates to promotion, as durable workflows that can prove every decision.");
        GlobalOptions.AddTo(root);
        root.Add(new RunVerb(context));
        root.Add(new UpVerb(context));
        root.Add(new WorkerVerb(context));
        root.Add(new ServerVerb(context));
        root.Add(new StatusVerb(context));
        root.Add(new ShowVerb(context));
        root.Add(new JudgeVerb(context));
        root.Add(PauseVerb.Pause(context));
        root.Add(PauseVerb.Continue(context));
        root.Add(new StopVerb(context));
        root.Add(new ResumeVerb(context));
        root.Add(AnswerVerb.Approve(context));
        root.Add(AnswerVerb.Reject(context));
        root.Add(AnswerVerb.Retry(context));
        root.Add(new BacktestVerb(context));
        root.Add(new PortfolioVerb(context));
        root.Add(new DataVerb(context));
        root.Add(CheckoutVerb.Prove());
        root.Add(CheckoutVerb.Bench());
        root.Add(CheckoutVerb.Test());
        return root;
    }
}
