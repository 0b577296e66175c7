using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Temporalio.Extensions.Hosting;

/// <summary>Adds workflows and activities to a hosted worker.</summary>
public static class TemporalWorkerServiceOptionsBuilderExtensions
{
    /// <summary>Configures the worker's options.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="configure">Changes the options; task queue and deployment version must stay.</param>
    /// <param name="disallowDuplicates">Whether it is an error if the options are configured already.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">The options are configured already and must not be.</exception>
    public static ITemporalWorkerServiceOptionsBuilder ConfigureOptions(
        this ITemporalWorkerServiceOptionsBuilder builder,
        Action<TemporalWorkerServiceOptions> configure,
        bool disallowDuplicates = false)
    {
        builder.ConfigureOptions(disallowDuplicates).Configure(configure);
        return builder;
    }

    /// <summary>Gives the builder of the worker's options.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="disallowDuplicates">Whether it is an error if the options are configured already.</param>
    /// <returns>Builder of the options.</returns>
    /// <exception cref="InvalidOperationException">The options are configured already and must not be.</exception>
    public static OptionsBuilder<TemporalWorkerServiceOptions> ConfigureOptions(
        this ITemporalWorkerServiceOptionsBuilder builder, bool disallowDuplicates = false)
    {
        var name = builder.ToIdentifier().OptionsName;
        if (disallowDuplicates && builder.Services.Any(service => !service.IsKeyedService &&
            service.ImplementationInstance is ConfigureNamedOptions<TemporalWorkerServiceOptions> configured &&
            configured.Name == name))
        {
            throw new InvalidOperationException(
                $"Worker service for task queue '{builder.TaskQueue}' and this version already on collection");
        }

        return builder.Services.AddOptions<TemporalWorkerServiceOptions>(name);
    }

    /// <summary>Adds a workflow.</summary>
    /// <typeparam name="T">Workflow type.</typeparam>
    /// <param name="builder">Builder.</param>
    /// <returns>The builder.</returns>
    public static ITemporalWorkerServiceOptionsBuilder AddWorkflow<T>(this ITemporalWorkerServiceOptionsBuilder builder) =>
        builder.AddWorkflow(typeof(T));

    /// <summary>Adds a workflow.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="type">Workflow type.</param>
    /// <returns>The builder.</returns>
    public static ITemporalWorkerServiceOptionsBuilder AddWorkflow(
        this ITemporalWorkerServiceOptionsBuilder builder, Type type) =>
        builder.ConfigureOptions(options => options.AddWorkflow(type));

    /// <summary>Adds the activities of a type whose objects live as long as an attempt.</summary>
    /// <typeparam name="T">Type with the methods.</typeparam>
    /// <param name="builder">Builder.</param>
    /// <returns>The builder.</returns>
    public static ITemporalWorkerServiceOptionsBuilder AddScopedActivities<T>(
        this ITemporalWorkerServiceOptionsBuilder builder) => builder.AddScopedActivities(typeof(T));

    /// <summary>Adds the activities of a type whose objects live as long as an attempt.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="type">Type with the methods.</param>
    /// <returns>The builder.</returns>
    public static ITemporalWorkerServiceOptionsBuilder AddScopedActivities(
        this ITemporalWorkerServiceOptionsBuilder builder, Type type)
    {
        builder.Services.TryAddScoped(type);
        return builder.ApplyTemporalActivities(type);
    }

    /// <summary>Adds the activities of a type with one object for all.</summary>
    /// <typeparam name="T">Type with the methods.</typeparam>
    /// <param name="builder">Builder.</param>
    /// <returns>The builder.</returns>
    public static ITemporalWorkerServiceOptionsBuilder AddSingletonActivities<T>(
        this ITemporalWorkerServiceOptionsBuilder builder) => builder.AddSingletonActivities(typeof(T));

    /// <summary>Adds the activities of a type with one object for all.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="type">Type with the methods.</param>
    /// <returns>The builder.</returns>
    public static ITemporalWorkerServiceOptionsBuilder AddSingletonActivities(
        this ITemporalWorkerServiceOptionsBuilder builder, Type type)
    {
        builder.Services.TryAddSingleton(type);
        return builder.ApplyTemporalActivities(type);
    }

    /// <summary>Adds the activities of a type with a new object whenever one is needed.</summary>
    /// <typeparam name="T">Type with the methods.</typeparam>
    /// <param name="builder">Builder.</param>
    /// <returns>The builder.</returns>
    public static ITemporalWorkerServiceOptionsBuilder AddTransientActivities<T>(
        this ITemporalWorkerServiceOptionsBuilder builder) => builder.AddTransientActivities(typeof(T));

    /// <summary>Adds the activities of a type with a new object whenever one is needed.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="type">Type with the methods.</param>
    /// <returns>The builder.</returns>
    public static ITemporalWorkerServiceOptionsBuilder AddTransientActivities(
        this ITemporalWorkerServiceOptionsBuilder builder, Type type)
    {
        builder.Services.TryAddTransient(type);
        return builder.ApplyTemporalActivities(type);
    }

    /// <summary>Adds the static activities of a type.</summary>
    /// <typeparam name="T">Type with the methods.</typeparam>
    /// <param name="builder">Builder.</param>
    /// <returns>The builder.</returns>
    public static ITemporalWorkerServiceOptionsBuilder AddStaticActivities<T>(
        this ITemporalWorkerServiceOptionsBuilder builder) => builder.AddStaticActivities(typeof(T));

    /// <summary>Adds the static activities of a type.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="type">Type with the methods.</param>
    /// <returns>The builder.</returns>
    public static ITemporalWorkerServiceOptionsBuilder AddStaticActivities(
        this ITemporalWorkerServiceOptionsBuilder builder, Type type) =>
        builder.ConfigureOptions(options => options.AddAllActivities(type, null));

    /// <summary>Adds the activities of an object.</summary>
    /// <typeparam name="T">Type with the methods.</typeparam>
    /// <param name="builder">Builder.</param>
    /// <param name="instance">The object.</param>
    /// <returns>The builder.</returns>
    public static ITemporalWorkerServiceOptionsBuilder AddActivitiesInstance<T>(
        this ITemporalWorkerServiceOptionsBuilder builder, T instance) =>
        builder.AddActivitiesInstance(typeof(T), instance!);

    /// <summary>Adds the activities of an object.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="type">Type with the methods.</param>
    /// <param name="instance">The object.</param>
    /// <returns>The builder.</returns>
    public static ITemporalWorkerServiceOptionsBuilder AddActivitiesInstance(
        this ITemporalWorkerServiceOptionsBuilder builder, Type type, object instance) =>
        builder.ConfigureOptions(options => options.AddAllActivities(type, instance));

    /// <summary>Adds the activities of a type that the host's services hold already.</summary>
    /// <typeparam name="T">Type with the methods.</typeparam>
    /// <param name="builder">Builder.</param>
    /// <returns>The builder.</returns>
    public static ITemporalWorkerServiceOptionsBuilder ApplyTemporalActivities<T>(
        this ITemporalWorkerServiceOptionsBuilder builder) => builder.ApplyTemporalActivities(typeof(T));

    /// <summary>Adds the activities of a type that the host's services hold already.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="type">Type with the methods.</param>
    /// <returns>The builder.</returns>
    public static ITemporalWorkerServiceOptionsBuilder ApplyTemporalActivities(
        this ITemporalWorkerServiceOptionsBuilder builder, Type type)
    {
        builder.ConfigureOptions().Configure<IServiceProvider>((options, provider) =>
        {
            foreach (var definition in provider.CreateTemporalActivityDefinitions(type))
            {
                options.AddActivity(definition);
            }
        });
        return builder;
    }

    /// <summary>Which worker a builder configures.</summary>
    internal static TemporalWorkerServiceIdentifier ToIdentifier(this ITemporalWorkerServiceOptionsBuilder builder) =>
        builder is TemporalWorkerServiceOptionsBuilder { PlainBuildId: { } buildId }
            ? new(builder.TaskQueue, buildId, VersionIsBuildId: true)
            : new(builder.TaskQueue, builder.DeploymentOptions?.Version?.ToCanonicalString(), VersionIsBuildId: false);
}
