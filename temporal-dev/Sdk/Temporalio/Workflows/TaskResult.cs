using System.Collections.Concurrent;
using System.Reflection;

namespace Temporalio.Workflows;

/// <summary>Reads the result of a task whose type is known only at run time.</summary>
internal static class TaskResult
{
    private static readonly ConcurrentDictionary<Type, Func<Task, object?>> Readers = new();
    private static readonly MethodInfo ReadMethod = typeof(TaskResult).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Result of a completed task. A plain asynchronous method yields the runtime's empty result value, which is what
    /// the official SDK sends for it; a task without any result yields null.</summary>
    public static object? Of(Task task) => Readers.GetOrAdd(task.GetType(), ReaderFor)(task);

    private static Func<Task, object?> ReaderFor(Type type)
    {
        for (var t = type; t != null; t = t.BaseType)
        {
            if (t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Task<>))
            {
                return ReadMethod.MakeGenericMethod(t.GetGenericArguments()).CreateDelegate<Func<Task, object?>>();
            }
        }

        return _ => null;
    }

    private static object? Read<T>(Task task) => ((Task<T>)task).Result;
}
