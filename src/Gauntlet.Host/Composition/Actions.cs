using Gauntlet.Host.Answers;
using Gauntlet.Host.Backtests;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Data;
using Gauntlet.Host.Evidence;
using Gauntlet.Host.Running;
using Gauntlet.Host.Serving;
using Gauntlet.Host.Stopping;
using Gauntlet.Host.Watching;

namespace Gauntlet.Host.Composition;

/// <summary>The actions behind the verbs.</summary>
internal static class Actions
{
    /// <summary>All of them.</summary>
    public static VerbActions All() => new VerbActions()
        .Add<RunOptions>(RunAction.ExecuteAsync)
        .Add<UpOptions>(UpAction.ExecuteAsync)
        .Add<WorkerOptions>(WorkerAction.ExecuteAsync)
        .Add<ServerOptions>(ServerAction.ExecuteAsync)
        .Add<StatusOptions>(StatusAction.ExecuteAsync)
        .Add<ShowOptions>(ShowAction.ExecuteAsync)
        .Add<JudgeOptions>(JudgeAction.ExecuteAsync)
        .Add<PauseOptions>(PauseAction.ExecuteAsync)
        .Add<StopOptions>(StopAction.ExecuteAsync)
        .Add<ResumeOptions>(ResumeAction.ExecuteAsync)
        .Add<AnswerOptions>(AnswerAction.ExecuteAsync)
        .Add<BacktestOptions>(BacktestAction.ExecuteAsync)
        .Add<PortfolioOptions>(PortfolioAction.ExecuteAsync)
        .Add<DataCheckOptions>(DataCheckAction.ExecuteAsync)
        .Add<DataAdjustOptions>(DataAdjustAction.ExecuteAsync)
        .Add<DataResampleOptions>(DataResampleAction.ExecuteAsync);
}
