import Link from 'next/link';

/** A slogan as the object of study it is: in the Chinese serif, with its English gloss under it. */
export function SloganName({
  href,
  canonical,
  gloss,
}: {
  href: string;
  canonical: string;
  gloss?: string | null;
}) {
  return (
    <span className="slogan-name">
      <Link className="tifa" href={href} lang="zh-CN" prefetch={false}>
        {canonical}
      </Link>
      {gloss && (
        <span className="gloss" lang="en">
          {gloss}
        </span>
      )}
    </span>
  );
}
