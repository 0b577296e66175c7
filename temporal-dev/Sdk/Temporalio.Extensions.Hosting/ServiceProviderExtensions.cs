using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Temporalio.Activities;

namespace Temporalio.Extensions.Hosting;

/// <summary>Makes activities of what a service provider holds.</summary>
public static class ServiceProviderExtensions
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic |
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    /// <summary>Reads every activity method of a type; each attempt has a scope of services of its own.</summary>
    /// <typeparam name="T">Type with the methods.</typeparam>
    /// <param name="provider">Provider of the type's objects.</param>
    /// <returns>The activities.</returns>
    /// <exception cref="ArgumentException">There is none, or one does not fit.</exception>
    public static IReadOnlyCollection<ActivityDefinition> CreateTemporalActivityDefinitions<T>(
        this IServiceProvider provider) => provider.CreateTemporalActivityDefinitions(typeof(T));

    /// <summary>Reads every activity method of a type; each attempt has a scope of services of its own.</summary>
    /// <param name="provider">Provider of the type's objects.</param>
    /// <param name="type">Type with the methods.</param>
    /// <returns>The activities.</returns>
    /// <exception cref="ArgumentException">There is none, or one does not fit.</exception>
    public static IReadOnlyCollection<ActivityDefinition> CreateTemporalActivityDefinitions(
        this IServiceProvider provider, Type type)
    {
        var found = type.GetMethods(Everything)
            .Where(method => method.IsDefined(typeof(ActivityAttribute), false))
            .Select(method => provider.CreateTemporalActivityDefinition(type, method))
            .ToList();
        return found.Count > 0 ? found : throw new ArgumentException($"No activities found on {type}", nameof(type));
    }

    /// <summary>Reads an activity method; each attempt has a scope of services of its own.</summary>
    /// <param name="provider">Provider of the type's objects.</param>
    /// <param name="instanceType">Type to get from the provider.</param>
    /// <param name="method">The method.</param>
    /// <returns>The activity.</returns>
    /// <exception cref="ArgumentException">The method is no activity, or does not fit.</exception>
    public static ActivityDefinition CreateTemporalActivityDefinition(
        this IServiceProvider provider, Type instanceType, MethodInfo method) =>
        ActivityDefinition.Create(method, args => InvokeAsync(provider, instanceType, method, args));

    private static async Task<object?> InvokeAsync(
        IServiceProvider provider, Type instanceType, MethodInfo method, object?[] args)
    {
        // What is set here flows into the activity and is gone when this method has returned.
        AsyncServiceScope? own = null;
        if (ActivityScope.ServiceScope is null)
        {
            own = provider.CreateAsyncScope();
            ActivityScope.ServiceScope = own;
        }

        try
        {
            if (!method.IsStatic)
            {
                ActivityScope.ScopedInstance ??= ActivityScope.ServiceScope.ServiceProvider.GetRequiredService(instanceType);
            }

            var result = method.Invoke(
                method.IsStatic ? null : ActivityScope.ScopedInstance, BindingFlags.DoNotWrapExceptions, null, args, null);
            if (result is not Task task)
            {
                return result;
            }

            await task;
            return method.ReturnType.IsGenericType ? task.GetType().GetProperty("Result")!.GetValue(task) : null;
        }
        finally
        {
            if (own is { } scope)
            {
                await scope.DisposeAsync();
            }
        }
    }
}
