using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Gauntlet.Benchmarks.Simulator;

/// <summary>Small pieces of code, measured by BenchmarkDotNet in this process: no compiler and no second runtime are needed for it.</summary>
internal static class Micro
{
    private const int WarmUps = 4, Iterations = 15;
    private static readonly TimeInterval Iteration = TimeInterval.FromMilliseconds(150);

    /// <summary>Measures the benchmarks of a class.</summary>
    /// <returns>Nanoseconds of each method in its quickest iteration, so that a busy machine hurts little.</returns>
    /// <exception cref="InvalidOperationException">BenchmarkDotNet could not run them; says why.</exception>
    public static IReadOnlyDictionary<string, double> Nanoseconds<TCases>()
    {
        var folder = Directory.CreateTempSubdirectory("gauntlet-bench-");
        try
        {
            var log = new AccumulationLogger();
            var config = new ManualConfig()
                .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(WarmUps).WithIterationCount(Iterations).WithIterationTime(Iteration))
                .AddLogger(log)
                .WithArtifactsPath(folder.FullName)
                .WithOptions(ConfigOptions.DisableLogFile | ConfigOptions.DisableOptimizationsValidator);
            var summary = BenchmarkRunner.Run<TCases>(config);
            return summary.Reports.Length > 0 && summary.Reports.All(report => report.ResultStatistics is not null)
                ? summary.Reports.ToDictionary(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name, report => report.ResultStatistics!.Min, StringComparer.Ordinal)
                : throw new InvalidOperationException($"BenchmarkDotNet could not run {typeof(TCases).Name}: {log.GetLog()}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
