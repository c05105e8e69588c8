import { useState } from 'react';
import type { ReactNode } from 'react';
import { sectionList } from '../../shared/story/sections.ts';
import { actions } from '../session/actions.ts';
import { usePlace } from '../session/session-context.ts';
import { Button, Option, Select, Tab, TabList, TabPanel, Tabs } from '../ui/index.ts';
import { BackupList } from './BackupList.tsx';
import { Begins } from './Begins.tsx';
import { ChangeList } from './ChangeList.tsx';
import { CompareView } from './CompareView.tsx';
import { historyActions } from './history-actions.ts';
import { filterOf, momentOf } from './history-filter.ts';
import styles from './history.module.css';
import { useChanges } from './use-changes.ts';
import { useMoments } from './use-moments.ts';

/** Everything that happened in the notebook and its backups; or an earlier state beside the present. */
export function HistoryView() {
  const { open } = usePlace();
  const moment = open === undefined ? null : momentOf(open);
  return moment === null ? <WholeHistory /> : <CompareView key={open} moment={moment} />;
}

function WholeHistory() {
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <h1 className={styles.title}>History</h1>
        <span className={styles.ways}>
          <Button size="small" onPress={() => actions.run(historyActions.asKnownOn)}>
            Show the notebook as known on…
          </Button>
          <Button size="small" onPress={() => actions.run(historyActions.since)}>
            What changed since…
          </Button>
        </span>
      </header>
      <Tabs className={styles.tabs}>
        <TabList aria-label="History">
          <Tab id="changes">Changes</Tab>
          <Tab id="backups">Backups</Tab>
        </TabList>
        <TabPanel id="changes" className={styles.tabPanel}>
          <AllChanges />
        </TabPanel>
        <TabPanel id="backups" className={styles.tabPanel}>
          <BackupList />
        </TabPanel>
      </Tabs>
    </div>
  );
}

const anybody = '';
const anything = '';

function AllChanges() {
  const [who, setWho] = useState(anybody);
  const [kind, setKind] = useState(anything);
  const list = useChanges({ type: 'all' }, filterOf(who, kind));
  const { moments } = useMoments(true);
  const authors = [...new Set(moments.map((moment) => moment.who))].sort((a, b) => a.localeCompare(b));
  const isNarrowed = who !== anybody || kind !== anything;
  return (
    <>
      <div role="group" aria-label="Filters" className={styles.filters}>
        <Filter label="By whom" value={who} onChange={setWho} all="Anybody">
          {authors.map((name) => (
            <Option key={name} id={name}>
              {name}
            </Option>
          ))}
        </Filter>
        <Filter label="Where" value={kind} onChange={setKind} all="Everywhere">
          <Option id="story">Head and overview</Option>
          {sectionList.map((section) => (
            <Option key={section.kind} id={section.kind}>
              {section.names.many}
            </Option>
          ))}
        </Filter>
      </div>
      <ChangeList
        list={list}
        about="named"
        level={2}
        empty={isNarrowed ? 'No change fits both filters.' : 'Nothing was changed yet while this device kept history.'}
      />
      {!list.hasMore && !list.isPending && <Begins className={styles.begins} />}
    </>
  );
}

interface FilterProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly all: string;
  readonly children: ReactNode;
}

function Filter({ label, value, onChange, all, children }: FilterProps) {
  return (
    <Select label={label} className={styles.filter} value={value} onChange={(key) => onChange(String(key))}>
      <Option id="">{all}</Option>
      {children}
    </Select>
  );
}
