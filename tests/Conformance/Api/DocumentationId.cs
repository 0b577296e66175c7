using System.Reflection;

namespace Gauntlet.Conformance.Tests.Api;

/// <summary>Ids of types and members as the C# compiler writes them into documentation files.</summary>
internal static class DocumentationId
{
    public static string Of(MemberInfo member) => member switch
    {
        Type type => $"T:{Name(type)}",
        FieldInfo field => $"F:{Name(field.DeclaringType!)}.{field.Name}",
        PropertyInfo property => $"P:{Name(property.DeclaringType!)}.{property.Name}{Parameters(property.GetIndexParameters())}",
        EventInfo @event => $"E:{Name(@event.DeclaringType!)}.{@event.Name}",
        MethodInfo method => $"M:{Name(method.DeclaringType!)}.{method.Name}{Arity(method)}{Parameters(method.GetParameters())}{Conversion(method)}",
        ConstructorInfo constructor => $"M:{Name(constructor.DeclaringType!)}.#ctor{Parameters(constructor.GetParameters())}",
        _ => throw new ArgumentException($"No id for {member}", nameof(member)),
    };

    private static string Arity(MethodInfo method) =>
        method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : string.Empty;

    private static string Conversion(MethodInfo method) =>
        method.Name is "op_Implicit" or "op_Explicit" ? $"~{Reference(method.ReturnType)}" : string.Empty;

    private static string Parameters(ParameterInfo[] parameters) => parameters.Length == 0
        ? string.Empty
        : $"({string.Join(',', parameters.Select(parameter => Reference(parameter.ParameterType)))})";

    private static string Name(Type type) => (type.FullName ?? $"{type.Namespace}.{type.Name}").Replace('+', '.');

    public static string Reference(Type type)
    {
        if (type.IsByRef)
        {
            return Reference(type.GetElementType()!) + "@";
        }

        if (type.IsArray)
        {
            return $"{Reference(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (type.IsGenericParameter)
        {
            return $"{(type.DeclaringMethod is null ? "`" : "``")}{type.GenericParameterPosition}";
        }

        return type.IsGenericType ? Constructed(type) : Name(type);
    }

    private static string Constructed(Type type)
    {
        // The arguments of a nested type's outer types come first, each at the type it belongs to.
        var arguments = new Queue<Type>(type.GetGenericArguments());
        var parts = Name(type.GetGenericTypeDefinition()).Split('.').Select(part =>
        {
            var tick = part.IndexOf('`', StringComparison.Ordinal);
            return tick < 0
                ? part
                : $"{part[..tick]}{{{string.Join(',', Enumerable.Range(0, int.Parse(part[(tick + 1)..])).Select(_ => Reference(arguments.Dequeue())))}}}";
        });
        return string.Join('.', parts);
    }
}
