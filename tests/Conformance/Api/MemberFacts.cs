using System.Reflection;
using System.Runtime.CompilerServices;

namespace Gauntlet.Conformance.Tests.Api;

/// <summary>Facts of a member, in the words of the list.</summary>
internal static class MemberFacts
{
    public static IEnumerable<string> Of(MemberInfo member) => member switch
    {
        Type type => TypeFacts.Of(type),
        FieldInfo field => Of(field),
        PropertyInfo property => Of(property),
        EventInfo @event => [$"type={DocumentationId.Reference(@event.EventHandlerType!)}"],
        MethodInfo method => Of(method),
        ConstructorInfo constructor => [.. Reach(constructor), .. Arguments(constructor), .. Nullability.Of(constructor)],
        _ => [],
    };

    private static IEnumerable<string> Of(FieldInfo field)
    {
        yield return $"type={DocumentationId.Reference(field.FieldType)}";
        if (field.IsStatic) yield return "static";
        if (field.IsInitOnly) yield return "readonly";
        if (field.IsLiteral) yield return $"const={Convert.ToInt64(field.GetRawConstantValue())}";
    }

    private static IEnumerable<string> Of(PropertyInfo property)
    {
        yield return $"type={DocumentationId.Reference(property.PropertyType)}";
        var accessor = property.GetAccessors(nonPublic: true).First(ManagedApi.IsVisible);
        foreach (var fact in Modifiers(accessor)) yield return fact;
        foreach (var fact in Reach(accessor)) yield return fact;
        if (property.GetMethod is { } get && ManagedApi.IsVisible(get)) yield return "get";
        if (property.SetMethod is { } set && ManagedApi.IsVisible(set))
        {
            var init = set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
            var narrower = accessor.IsPublic && !set.IsPublic;
            yield return (narrower ? "protected " : string.Empty) + (init ? "init" : "set");
        }

        foreach (var fact in Nullability.Of(property)) yield return fact;
    }

    private static IEnumerable<string> Of(MethodInfo method)
    {
        yield return $"returns={DocumentationId.Reference(method.ReturnType)}";
        foreach (var fact in Modifiers(method)) yield return fact;
        foreach (var fact in Reach(method)) yield return fact;
        if (method.IsDefined(typeof(ExtensionAttribute), inherit: false)) yield return "extension";
        foreach (var fact in TypeFacts.Parameters(method.GetGenericArguments()).Where(fact => !IsRepeated(method, fact))) yield return fact;
        foreach (var fact in Arguments(method)) yield return fact;
        foreach (var fact in Nullability.Of(method)) yield return fact;
    }

    // An override has the constraints of its base without saying them.
    private static bool IsRepeated(MethodInfo method, string fact) =>
        fact.StartsWith("where=", StringComparison.Ordinal) && method.GetBaseDefinition() != method;

    private static IEnumerable<string> Reach(MethodBase method)
    {
        if (method.IsFamily) yield return "protected";
        if (method.IsFamilyOrAssembly) yield return "protected internal";
    }

    private static IEnumerable<string> Modifiers(MethodInfo method)
    {
        if (method.IsStatic) yield return "static";
        if (method.IsAbstract) yield return "abstract";
        if (method.IsVirtual && !method.IsAbstract && !method.IsFinal && method.GetBaseDefinition() == method) yield return "virtual";
    }

    private static IEnumerable<string> Arguments(MethodBase method)
    {
        if (method.GetParameters() is { Length: > 0 } parameters) yield return $"args={string.Join(" | ", parameters.Select(Argument))}";
    }

    private static string Argument(ParameterInfo parameter)
    {
        var prefix = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params "
            : parameter.IsOut ? "out "
            : parameter.ParameterType.IsByRef ? "ref "
            : parameter.Position == 0 && parameter.Member.IsDefined(typeof(ExtensionAttribute), inherit: false) ? "this "
            : string.Empty;
        return prefix + parameter.Name + (parameter.HasDefaultValue ? "=" + Default(parameter) : string.Empty);
    }

    private static string Default(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.DefaultValue switch
        {
            null => parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : "null",
            var value when type.IsEnum => $"{DocumentationId.Reference(type)}.{Enum.GetName(type, value)}",
            bool value => value ? "true" : "false",
            var value => FormattableString.Invariant($"{value}"),
        };
    }
}
