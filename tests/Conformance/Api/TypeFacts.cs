using System.Reflection;
using System.Runtime.CompilerServices;

namespace Gauntlet.Conformance.Tests.Api;

/// <summary>Facts of a type, in the words of the list.</summary>
internal static class TypeFacts
{
    public static IEnumerable<string> Of(Type type)
    {
        yield return $"kind={Kind(type)}";
        yield return $"assembly={type.Assembly.GetName().Name}";
        if (type.IsEnum)
        {
            yield return $"underlying={DocumentationId.Reference(type.GetEnumUnderlyingType())}";
            foreach (var member in type.GetFields().Where(field => field.IsLiteral)) yield return $"member={member.Name}={Convert.ToInt64(member.GetRawConstantValue())}";
            yield break;
        }

        if (type.IsClass && !IsDelegate(type)) yield return $"base={DocumentationId.Reference(type.BaseType!)}";
        foreach (var fact in Parameters(type.GetGenericArguments())) yield return fact;
        if (type.BaseType == typeof(Attribute) && type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false) is { } usage)
        {
            yield return "attribute";
            yield return $"usage={string.Join(" | ", usage.ValidOn.ToString().Split(", ").Order(StringComparer.Ordinal))}";
            if (!usage.Inherited) yield return "Inherited=false";
            if (usage.AllowMultiple) yield return "AllowMultiple=true";
        }
    }

    /// <summary>Names and constraints of type parameters.</summary>
    public static IEnumerable<string> Parameters(Type[] parameters)
    {
        if (parameters.Length == 0) yield break;
        yield return $"typeparams={string.Join(" | ", parameters.Select(parameter => Variance(parameter) + parameter.Name))}";
        foreach (var parameter in parameters.Where(parameter => Constraint(parameter).Length > 0)) yield return $"where={parameter.Name}:{Constraint(parameter)}";
    }

    private static string Variance(Type parameter) =>
        (parameter.GenericParameterAttributes & GenericParameterAttributes.VarianceMask) switch
        {
            GenericParameterAttributes.Covariant => "out ",
            GenericParameterAttributes.Contravariant => "in ",
            _ => string.Empty,
        };

    // "notnull" leaves only a mark of nullability behind.
    private static string Constraint(Type parameter)
    {
        if (parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint)) return "struct";
        if (parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)) return "class";
        if (parameter.GetGenericParameterConstraints() is { Length: > 0 } types) return string.Join(',', types.Select(DocumentationId.Reference));
        return Nullability.IsNotNull(parameter) ? "notnull" : string.Empty;
    }

    private static string Kind(Type type)
    {
        if (type.IsEnum) return "enum";
        if (type.IsInterface) return "interface";
        if (IsDelegate(type)) return "delegate";
        if (type.IsValueType) return $"{(type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) ? "readonly " : string.Empty)}{(type.GetMethod("PrintMembers", ManagedApi.Declared) is null ? "struct" : "record struct")}";
        var modifier = (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static ",
            (true, false) => "abstract ",
            (false, true) => "sealed ",
            _ => string.Empty,
        };
        return modifier + (ManagedApi.IsRecord(type) ? "record" : "class");
    }

    private static bool IsDelegate(Type type) => type.IsSubclassOf(typeof(Delegate));
}
