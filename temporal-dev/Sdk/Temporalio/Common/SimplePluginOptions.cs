using Temporalio.Activities;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Common;

/// <summary>What a <see cref="SimplePlugin"/> brings along.</summary>
public class SimplePluginOptions : ICloneable
{
    private IList<ActivityDefinition> _activities = [];
    private IList<WorkflowDefinition> _workflows = [];

    /// <summary>Converter instead of the one there is. Default null: that one stays.</summary>
    public DataConverter? DataConverter
    {
        get => DataConverterOption?.Constant;
        set => DataConverterOption = new(value);
    }

    /// <summary>Converter, or what makes it of the one there is. Default null.</summary>
    public SimplePluginOption<DataConverter>? DataConverterOption { get; set; }

    /// <summary>Interceptors of clients, behind those there are. Default null: none.</summary>
    public IReadOnlyCollection<IClientInterceptor>? ClientInterceptors
    {
        get => ClientInterceptorsOption?.Constant;
        set => ClientInterceptorsOption = new(value);
    }

    /// <summary>Interceptors of clients, or what makes them of those there are. Default null.</summary>
    public SimplePluginOption<IReadOnlyCollection<IClientInterceptor>?>? ClientInterceptorsOption { get; set; }

    /// <summary>Activities for workers.</summary>
    public IList<ActivityDefinition> Activities => _activities;

    /// <summary>Workflows for workers and replayers.</summary>
    public IList<WorkflowDefinition> Workflows => _workflows;

    /// <summary>Interceptors of workers, behind those there are. Default null: none.</summary>
    public IReadOnlyCollection<IWorkerInterceptor>? WorkerInterceptors
    {
        get => WorkerInterceptorsOption?.Constant;
        set => WorkerInterceptorsOption = new(value);
    }

    /// <summary>Interceptors of workers, or what makes them of those there are. Default null.</summary>
    public SimplePluginOption<IReadOnlyCollection<IWorkerInterceptor>?>? WorkerInterceptorsOption { get; set; }

    /// <summary>Exception types that fail a workflow, beside those there are. Default null: none.</summary>
    public IReadOnlyCollection<Type>? WorkflowFailureExceptionTypes
    {
        get => WorkflowFailureExceptionTypesOption?.Constant;
        set => WorkflowFailureExceptionTypesOption = new(value);
    }

    /// <summary>Exception types that fail a workflow, or what makes them of those there are. Default null.</summary>
    public SimplePluginOption<IReadOnlyCollection<Type>?>? WorkflowFailureExceptionTypesOption { get; set; }

    /// <summary>Runs before a worker or replay does. Default null: nothing.</summary>
    public Func<Task>? RunContextBefore { get; set; }

    /// <summary>Runs when a worker or replay has ended, however it did. Default null: nothing.</summary>
    public Func<Task>? RunContextAfter { get; set; }

    /// <summary>Adds a method with <see cref="ActivityAttribute"/>.</summary>
    /// <param name="del">The method.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">It is no activity.</exception>
    public SimplePluginOptions AddActivity(Delegate del) => AddActivity(ActivityDefinition.Create(del));

    /// <summary>Adds an activity.</summary>
    /// <param name="definition">Its definition.</param>
    /// <returns>These options.</returns>
    public SimplePluginOptions AddActivity(ActivityDefinition definition)
    {
        Activities.Add(definition);
        return this;
    }

    /// <summary>Adds all activities of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="instance">What to call them on; null where all are static.</param>
    /// <returns>These options.</returns>
    public SimplePluginOptions AddAllActivities<T>(T? instance) => AddAllActivities(typeof(T), instance);

    /// <summary>Adds all activities of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="instance">What to call them on; null where all are static.</param>
    /// <returns>These options.</returns>
    public SimplePluginOptions AddAllActivities(Type type, object? instance)
    {
        foreach (var definition in ActivityDefinition.CreateAll(type, instance))
        {
            AddActivity(definition);
        }

        return this;
    }

    /// <summary>Adds a workflow.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>These options.</returns>
    public SimplePluginOptions AddWorkflow<T>() => AddWorkflow(typeof(T));

    /// <summary>Adds a workflow.</summary>
    /// <param name="type">Its type.</param>
    /// <returns>These options.</returns>
    public SimplePluginOptions AddWorkflow(Type type) => AddWorkflow(WorkflowDefinition.Create(type));

    /// <summary>Adds a workflow.</summary>
    /// <param name="definition">Its definition.</param>
    /// <returns>These options.</returns>
    public SimplePluginOptions AddWorkflow(WorkflowDefinition definition)
    {
        Workflows.Add(definition);
        return this;
    }

    /// <summary>Makes a copy with lists of its own.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (SimplePluginOptions)MemberwiseClone();
        copy._activities = [.. Activities];
        copy._workflows = [.. Workflows];
        return copy;
    }

    /// <summary>A value, or a function that makes one of what is there.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    public class SimplePluginOption<T>
    {
        /// <summary>Holds a value.</summary>
        /// <param name="value">The value.</param>
        public SimplePluginOption(T? value) => Constant = value;

        /// <summary>Holds a function.</summary>
        /// <param name="value">Makes the value of what is there.</param>
        public SimplePluginOption(Func<T, T> value) => Configurable = value;

        /// <summary>The function; null if there is none.</summary>
        public Func<T, T>? Configurable { get; }

        /// <summary>The value; null if there is none.</summary>
        public T? Constant { get; }
    }
}
