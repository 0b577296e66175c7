using Temporalio.Common;
using Temporalio.Runtime;

namespace Temporalio.Tests.Common;

public sealed class CommonValueTests
{
    [Fact]
    public void RetryPolicy_Defaults_AreTemporals()
    {
        var policy = new RetryPolicy();
        policy.InitialInterval.ShouldBe(TimeSpan.FromSeconds(1));
        policy.BackoffCoefficient.ShouldBe(2);
        policy.MaximumInterval.ShouldBeNull();
        policy.MaximumAttempts.ShouldBe(0);
        policy.NonRetryableErrorTypes.ShouldBeNull();
    }

    [Fact]
    public void RetryPolicy_ThroughProto_IsSame()
    {
        var policy = new RetryPolicy { MaximumInterval = TimeSpan.FromMinutes(1), MaximumAttempts = 3, BackoffCoefficient = 1.5f };
        RetryPolicy.FromProto(policy.ToProto()).ShouldBe(policy);
    }

    [Fact]
    public void WorkerDeploymentVersion_Canonical_SplitsAtFirstDot()
    {
        WorkerDeploymentVersion.FromCanonicalString("name.1.2").ShouldBe(new("name", "1.2"));
        new WorkerDeploymentVersion("name", "1.2").ToCanonicalString().ShouldBe("name.1.2");
        Should.Throw<ArgumentException>(() => WorkerDeploymentVersion.FromCanonicalString("name"));
    }

    [Fact]
    public void DeterministicRandom_SameSeed_GivesSameSequence()
    {
        var one = new DeterministicRandom(7);
        var two = new DeterministicRandom(7);
        Enumerable.Range(0, 50).Select(_ => one.Next(-5, 1000)).ShouldBe(Enumerable.Range(0, 50).Select(_ => two.Next(-5, 1000)));
        new DeterministicRandom(8).Next().ShouldNotBe(new DeterministicRandom(7).Next());
    }

    [Fact]
    public void DeterministicRandom_ManyDraws_AreUniform()
    {
        var random = new DeterministicRandom(1);
        var counts = new int[10];
        for (var i = 0; i < 100_000; i++)
        {
            counts[random.Next(10)]++;
        }

        // Each count is binomial with mean 10 000 and deviation 95; six deviations never happen by chance.
        counts.ShouldAllBe(count => Math.Abs(count - 10_000) < 570);
        Enumerable.Range(0, 10_000).Select(_ => random.NextDouble()).Average().ShouldBe(0.5, 0.02);
    }

    [Fact]
    public void Metrics_Off_ChecksValuesAllTheSame()
    {
        var counter = TemporalRuntime.Default.MetricMeter.CreateCounter<int>("c", "unit", "description");
        counter.Name.ShouldBe("c");
        counter.Add(1);
        Should.Throw<ArgumentException>(() => counter.Add(-1));
        Should.Throw<ArgumentException>(() => TemporalRuntime.Default.MetricMeter.CreateGauge<bool>("g").Set(true));
    }

    [Fact]
    public void Metrics_CustomMeter_GetsValuesAndTags()
    {
        var meter = new RecordingMeter();
        var runtime = new TemporalRuntime(new(new() { Metrics = new() { CustomMetricMeter = meter, GlobalTags = [new("g", "1")] } }));
        runtime.MetricMeter.WithTags([new("a", 2L)]).CreateCounter<int>("count").Add(3, [new("b", true)]);
        runtime.MetricMeter.CreateHistogram<TimeSpan>("wait").Record(TimeSpan.FromSeconds(1.5));

        meter.Seen.ShouldBe(
        [
            "count = 3 {service_name=temporal-core-sdk,g=1,a=2,b=True}",
            "wait [ms] = 1500 {service_name=temporal-core-sdk,g=1}",
        ]);
    }

    private sealed class RecordingMeter : ICustomMetricMeter
    {
        public List<string> Seen { get; } = [];

        public ICustomMetricCounter<T> CreateCounter<T>(string name, string? unit, string? description)
            where T : struct => new Recorder<T>(this, name, unit);

        public ICustomMetricHistogram<T> CreateHistogram<T>(string name, string? unit, string? description)
            where T : struct => new Recorder<T>(this, name, unit);

        public ICustomMetricGauge<T> CreateGauge<T>(string name, string? unit, string? description)
            where T : struct => new Recorder<T>(this, name, unit);

        public object CreateTags(object? appendFrom, IReadOnlyCollection<KeyValuePair<string, object>> tags) =>
            string.Join(',', new[] { (string?)appendFrom }.Concat(tags.Select(t => $"{t.Key}={t.Value}")).Where(t => t is not null));

        private sealed class Recorder<T>(RecordingMeter meter, string name, string? unit)
            : ICustomMetricCounter<T>, ICustomMetricHistogram<T>, ICustomMetricGauge<T>
            where T : struct
        {
            private readonly string _name = unit is null ? name : $"{name} [{unit}]";

            public void Add(T value, object tags) => meter.Seen.Add($"{_name} = {value} {{{tags}}}");

            public void Record(T value, object tags) => Add(value, tags);

            public void Set(T value, object tags) => Add(value, tags);
        }
    }
}
